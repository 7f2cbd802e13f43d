package org.densesteer.model.decoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.Progress;
import org.densesteer.model.checkpoint.Checkpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A row's logits are the same to the last bit however many other rows there are, so that an arm
 * more, or an answer that has ended, does not change the others.
 */
class RowIndependenceTest {

  private static final int STEPS = 6;

  @ParameterizedTest
  @CsvSource({"FULL, true", "INT8_PLANES, true", "INT8_PLANES, false"})
  void aRowDoesNotDependOnHowManyThereAre(Storage storage, boolean bfloat16) {
    assumeTrue(
        storage != Storage.INT8_PLANES || IntegerProducts.usable(),
        "This processor has no fast 8-bit products.");
    Arithmetic arithmetic = new Arithmetic(bfloat16, true, false, storage, "");
    try (Decoder decoder =
        Decoder.load(
            Checkpoint.open(EmbeddedFiles.sampleModel()),
            arithmetic,
            Progress.NONE,
            new Cancellation())) {
      float[] alone = lastLogits(decoder, 1);
      for (int rows : new int[] {2, 3, 4, 5, 8, 17}) {
        assertArrayEquals(alone, lastLogits(decoder, rows), 0, rows + " rows");
      }
    }
  }

  /** Row 0 after a few steps with the same tokens, the others with tokens of their own. */
  private static float[] lastLogits(Decoder decoder, int rows) {
    float[] row = {};
    try (KvCache cache = decoder.newCache(rows, STEPS);
        Sites none = decoder.sites(List.of())) {
      for (int at = 0; at < STEPS; at++) {
        int[] ids = new int[rows];
        Arrays.setAll(ids, i -> 10 + i);
        ids[0] = 20 + at;
        try (StepResult step = decoder.step(ids, cache, at, new int[rows], none)) {
          row = step.logits().row(0);
        }
      }
    }
    return row;
  }
}
