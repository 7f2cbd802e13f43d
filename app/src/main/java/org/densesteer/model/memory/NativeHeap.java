package org.densesteer.model.memory;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** The memory that native libraries allocate, outside Java's heap. */
public final class NativeHeap {

  private NativeHeap() {}

  /**
   * Gives freed memory back to the system. The C library of Linux keeps freed blocks of up to 32 MB
   * for later, each thread its own: most weights of a model are such blocks, and the next model is
   * loaded by another thread.
   *
   * @return whether this virtual machine can do it; others than HotSpot on Linux cannot
   */
  public static boolean trim() {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "systemTrimNativeHeap",
              new Object[0],
              new String[0]);
      return true;
    } catch (JMException e) {
      return false;
    }
  }
}
