package org.densesteer.model.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.model.decoder.Arithmetic.Platform;
import org.junit.jupiter.api.Test;

class ArithmeticTest {

  private static final long LARGE = 1L << 30;

  @Test
  void aLargeModelTakesWhatTheProcessorComputesIn() {
    assertEquals(
        "bfloat16", Arithmetic.choose(Precision.AUTO, LARGE, Platform.PACKED_BFLOAT16).label());
    assertEquals("float32", Arithmetic.choose(Precision.AUTO, LARGE, Platform.PACKED).label());
    assertEquals("float32", Arithmetic.choose(Precision.AUTO, 1, Platform.PACKED_BFLOAT16).label());
  }

  /** oneDNN of libtorch 2.7.1 throws where its packed product is given bfloat16 on AVX2 alone. */
  @Test
  void bfloat16ByHandRunsWithoutThePackedProduct() {
    Arithmetic imitated = Arithmetic.choose(Precision.BFLOAT16, LARGE, Platform.PACKED);
    assertFalse(imitated.packed());
    assertEquals(
        Optional.of(
            "This processor does not compute in bfloat16, so it is imitated: float32 is faster."),
        imitated.note());
    Arithmetic native16 = Arithmetic.choose(Precision.BFLOAT16, LARGE, Platform.PACKED_BFLOAT16);
    assertTrue(native16.packed());
    assertEquals(Optional.empty(), native16.note());
    assertTrue(Arithmetic.choose(Precision.FLOAT32, LARGE, Platform.PACKED).packed());
  }

  @Test
  void imitatedItComputesNearlyTheSame() {
    int[] ids = {5, 6, 7, 8, 9, 10, 11, 12};
    double[] exact = nll(ids, Arithmetic.choose(Precision.FLOAT32, 0));
    double[] imitated = nll(ids, Arithmetic.choose(Precision.BFLOAT16, 0, Platform.PACKED));
    for (int i = 0; i < exact.length; i++) {
      assertEquals(exact[i], imitated[i], 0.02 * exact[i] + 0.1);
    }
  }

  private static double[] nll(int[] ids, Arithmetic arithmetic) {
    try (Decoder decoder =
            Decoder.load(
                Checkpoint.open(EmbeddedFiles.sampleModel()),
                arithmetic,
                Progress.NONE,
                new Cancellation());
        Sites none = decoder.sites(List.of())) {
      return decoder.nll(ids, none);
    }
  }
}
