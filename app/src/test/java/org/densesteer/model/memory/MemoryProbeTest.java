package org.densesteer.model.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryProbeTest {

  @Test
  void readsThisMachine() {
    FreeMemory free = MemoryProbe.free();
    long total =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    assertTrue(free.bytes() > 1 << 20 && free.bytes() <= total, free.toString());
  }

  @Test
  void readsTheReportOfMacOs() {
    String report =
        """
        Mach Virtual Memory Statistics: (page size of 16384 bytes)
        Pages free:                               10000.
        Pages active:                            300000.
        Pages inactive:                           20000.
        Pages speculative:                         3000.
        Pages wired down:                        150000.
        Pages purgeable:                            400.
        "Translation faults":                 123456789.
        """;
    assertEquals(
        Optional.of(new FreeMemory(33_400L * 16_384, "available to the system")),
        MacMemory.parse(report));
    assertEquals(Optional.empty(), MacMemory.parse("vm_stat: not found"));
  }
}
