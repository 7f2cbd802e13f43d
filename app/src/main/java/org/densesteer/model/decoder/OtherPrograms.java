package org.densesteer.model.decoder;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/** What other programs take of the processor, in cores, on average since it was last asked. */
final class OtherPrograms implements DoubleSupplier {

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** NaN where the system does not tell. */
  @Override
  public double getAsDouble() {
    double all = system.getCpuLoad();
    double own = system.getProcessCpuLoad();
    return all < 0 || own < 0
        ? Double.NaN
        : Math.max(0, all - own) * system.getAvailableProcessors();
  }
}
