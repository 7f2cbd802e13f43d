package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;

class ExtractedVectorTest {

  private static final PairDifferences DIFFERENCES =
      new PairDifferences(
          Reading.STEP_ENDS,
          new float[][][] {
            {{1, 0}, {3, 0}, {2, 6}},
            {{2, 0}, {2, 0}, {2, 0.6f}}
          });

  private static ExtractedVector extract(ExtractionMethod method, boolean normalised) {
    return ExtractedVector.of(
        "dense",
        DIFFERENCES,
        new ExtractionRecipe(Reading.STEP_ENDS, method, normalised),
        new ScriptedModel().info(),
        Progress.NONE,
        new Cancellation());
  }

  @Test
  void meanDifferenceIsReportedLayerByLayer() {
    ExtractedVector extracted = extract(ExtractionMethod.MEAN_DIFFERENCE, false);
    assertArrayEquals(new float[] {2, 2}, extracted.vector().direction(0));
    assertEquals(Math.sqrt(8), extracted.layers().get(0).norm(), 1e-6);
    double cosine = 4.4 / (Math.sqrt(8) * Math.sqrt(4.04));
    assertTrue(Double.isNaN(extracted.layers().get(0).cosineToPrevious()));
    assertEquals(cosine, extracted.layers().get(1).cosineToPrevious(), 1e-6);
    assertEquals(1, extracted.layers().get(1).agreement().share());
    assertEquals(Optional.of(new LayerBand(0, 1)), extracted.band());
  }

  @Test
  void theVectorSaysHowItWasMade() {
    VectorMetadata metadata = extract(ExtractionMethod.PCA, true).vector().metadata();
    assertEquals(
        "first principal component, mean over the step ends, unit length",
        metadata.get(VectorMetadata.METHOD));
    assertEquals("3", metadata.get(VectorMetadata.PAIR_COUNT));
    assertEquals("scripted", metadata.get(VectorMetadata.MODEL_ID));
    assertEquals("0123456789abcdef", metadata.get(VectorMetadata.MODEL_FINGERPRINT));
    assertEquals("everywhere", metadata.get(VectorMetadata.POSITIONS));
  }

  @Test
  void normalisedDirectionsHaveLengthOne() {
    for (ExtractionMethod method : ExtractionMethod.values()) {
      ExtractedVector extracted = extract(method, true);
      assertEquals(1, extracted.vector().norm(0), 1e-6);
      assertEquals(1, extracted.layers().get(1).norm(), 1e-6);
    }
  }

  @Test
  void whatIsNoNumberIsAFaultThatNamesTheLayer() {
    PairDifferences broken =
        new PairDifferences(Reading.LAST_TOKEN, new float[][][] {{{1}}, {{Float.NaN}}});
    FaultException fault =
        assertThrows(
            FaultException.class,
            () ->
                ExtractedVector.of(
                    "x",
                    broken,
                    ExtractionRecipe.PAPER,
                    new ScriptedModel().info(),
                    Progress.NONE,
                    new Cancellation()));
    assertTrue(fault.getMessage().contains("layer 1"), fault.getMessage());
  }

  @Test
  void canBeCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    assertThrows(
        CancellationException.class,
        () ->
            ExtractedVector.of(
                "x",
                DIFFERENCES,
                ExtractionRecipe.PAPER,
                new ScriptedModel().info(),
                Progress.NONE,
                cancellation));
  }
}
