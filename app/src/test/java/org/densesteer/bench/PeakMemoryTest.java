package org.densesteer.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PeakMemoryTest {

  @Test
  void readsTheHighWaterMarkInBytes() {
    assertEquals(
        OptionalLong.of(2048),
        PeakMemory.parse(
            List.of("VmPeak:\t 9 kB", "VmHWM:\t       2 kB", "VmRSS:\t 1 kB"), "VmHWM"));
  }

  @Test
  void isUnknownWhereTheSystemDoesNotSay() {
    assertTrue(PeakMemory.parse(List.of("Name:\tjava"), "VmHWM").isEmpty());
  }
}
