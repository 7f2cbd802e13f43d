package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.model.checkpoint.Biases;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.checkpoint.Rope;
import org.densesteer.model.checkpoint.RopeScaling;
import org.densesteer.model.checkpoint.SlidingWindow;
import org.densesteer.model.memory.FreeMemory;
import org.densesteer.steering.Positions;
import org.junit.jupiter.api.Test;

/**
 * Against keys and values counted by hand, in the shape of Qwen2.5-0.5B; 31 positions are behind
 * the last.
 */
class RunSizeTest {

  /** Keys and values of 24 blocks, 2 heads of 64, 2 bytes each. */
  private static final long POSITION = 2L * 24 * 2 * 64 * 2;

  private static final ModelConfig CONFIG =
      new ModelConfig(
          "qwen2",
          896,
          24,
          14,
          2,
          64,
          4864,
          151936,
          16000,
          1e-6,
          new Rope(10_000, RopeScaling.NONE),
          SlidingWindow.none(24),
          true,
          new Biases(true, false, false),
          false);

  private static RunSize size(int prompt, int answer, Arm... arms) {
    Prompt ids = new Prompt("", new int[prompt]);
    return RunSize.of(
        new GenerationRequest(ids, List.of(arms), Sampling.GREEDY, answer, true), CONFIG, 2);
  }

  @Test
  void rowsAndThePromptAreCountedUpToTheModelsPositions() {
    Arm steered = Arm.steered(SampleSession.steering(3, 1, Positions.EVERYWHERE));
    assertEquals(
        new RunSize(3, 300, (3 * 331 + 131) * POSITION), size(100, 200, Arm.baseline(), steered));
    RunSize longest = size(15000, 5000, Arm.baseline(), Arm.baseline());
    assertEquals(new RunSize(2, 16000, (2 * 16031 + 15031) * POSITION), longest);
    assertTrue(longest.large());
    assertFalse(size(100, 200, Arm.baseline()).large());
  }

  @Test
  void whatDoesNotFitIsRefusedWithWhatItNeeds() {
    RunSize size = new RunSize(3, 16000, 600_000_000);
    assertDoesNotThrow(() -> size.requireFits(new FreeMemory(600_000_000, "in this test")));
    FaultException fault =
        assertThrows(
            FaultException.class,
            () -> size.requireFits(new FreeMemory(599_000_000, "in this test")));
    assertEquals(
        "The run would need about 600 MB of memory, for keys and values of 3 rows of up to 16000"
            + " tokens, but only 599 MB is free (in this test): close other programs, shorten the"
            + " prompt or the longest answer, or compare fewer arms.",
        fault.getMessage());
  }
}
