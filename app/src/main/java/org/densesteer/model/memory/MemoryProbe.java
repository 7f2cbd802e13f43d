package org.densesteer.model.memory;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads the free memory of this machine. */
public final class MemoryProbe {

  private MemoryProbe() {}

  /**
   * Free memory now: on Linux what the kernel calls available, or less where a control group limits
   * this process; elsewhere what the system reports.
   */
  public static FreeMemory free() {
    Optional<FreeMemory> linux = new LinuxMemory(Path.of("/")).free();
    if (linux.isPresent()) {
      return linux.get();
    }
    Optional<FreeMemory> mac = isMac() ? MacMemory.read() : Optional.empty();
    return mac.orElseGet(MemoryProbe::reported);
  }

  private static boolean isMac() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
  }

  private static FreeMemory reported() {
    var bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new FreeMemory(bean.getFreeMemorySize(), "as the system reports");
  }
}
