package org.densesteer.model.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {

  private static final FreeMemory SEVEN = new FreeMemory(7_400_000_000L, "available to the system");

  @Test
  void addsWeightsAndCache() {
    assertEquals(2_100, new MemoryNeed(1_000, 2, 100).totalBytes());
    assertEquals(1_625, new MemoryNeed(1_000, 1.525, 100).totalBytes());
  }

  @Test
  void countsKeysAndValues() {
    // Qwen2.5-0.5B: 24 blocks, 2 heads of 64, 3 rows of 1,024 positions in float32.
    assertEquals(75_497_472L, MemoryNeed.keyValueCache(24, 3, 2, 64, 1024, 4));
    assertEquals(
        2L * 100 * 64 * 64 * 256 * 100_000 * 4,
        MemoryNeed.keyValueCache(100, 64, 64, 256, 100_000, 4));
  }

  @Test
  void acceptsWhatFits() {
    MemoryNeed exactly = new MemoryNeed(3_700_000_000L, 2, 0);
    assertEquals(Optional.empty(), exactly.refusal("Qwen", SEVEN));
    exactly.requireFits("Qwen", SEVEN);
  }

  @Test
  void refusesWhatDoesNotFit() {
    MemoryNeed need = new MemoryNeed(6_200_000_000L, 2, 500_000_000);
    FaultException fault =
        assertThrows(FaultException.class, () -> need.requireFits("Qwen2.5-3B-Instruct", SEVEN));
    assertEquals(
        "Qwen2.5-3B-Instruct needs about 12.9 GB of memory (6.2 GB of weights twice, 500 MB of"
            + " cache) but only 7.4 GB is free (available to the system): close other programs, or"
            + " choose a smaller model or a smaller precision.",
        fault.getMessage());
  }

  @Test
  void refusesNonsense() {
    assertThrows(IllegalArgumentException.class, () -> new MemoryNeed(-1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new MemoryNeed(1, Double.NaN, 0));
  }
}
