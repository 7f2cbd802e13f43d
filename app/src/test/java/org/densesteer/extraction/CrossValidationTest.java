package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

  private static final float[][] ROWS = {{1, 0, 2}, {2, 1, 1}, {0, -1, 3}, {1, 1, 0}};

  private static CrossValidation validate(ExtractionMethod method, float[]... rows) {
    return CrossValidation.of(
        new PairDifferences(Reading.LAST_TOKEN, new float[][][] {rows}), method, 0);
  }

  @Test
  void figuresAgreeWithNumPy() {
    CrossValidation mean = validate(ExtractionMethod.MEAN_DIFFERENCE, ROWS);
    assertEquals(1, mean.share());
    assertEquals(0.5935834950339689, mean.cosine(), 1e-9);
    CrossValidation component = validate(ExtractionMethod.PCA, ROWS);
    assertEquals(1, component.share());
    assertEquals(0.5039276840372104, component.cosine(), 1e-9);
  }

  @Test
  void noPairVouchesForItself() {
    CrossValidation opposed =
        validate(ExtractionMethod.MEAN_DIFFERENCE, new float[] {9, 0}, new float[] {-1, 0});
    assertEquals(0, opposed.share());
    assertEquals(-1, opposed.cosine(), 1e-9);
  }

  @Test
  void chanceIsSeenAsChanceAndAShiftAsAShift() {
    Random random = new Random(5);
    float[][] noise = new float[60][30];
    float[][] shifted = new float[60][30];
    for (int i = 0; i < noise.length; i++) {
      for (int j = 0; j < noise[i].length; j++) {
        noise[i][j] = (float) random.nextGaussian();
        shifted[i][j] = noise[i][j] + (j == 0 ? 4 : 0);
      }
    }
    for (ExtractionMethod method : ExtractionMethod.values()) {
      assertEquals(0.5, validate(method, noise).share(), 0.2, method.words());
      assertTrue(validate(method, shifted).share() > 0.95, method.words());
    }
  }

  @Test
  void aSinglePairCannotBeValidated() {
    assertTrue(Double.isNaN(validate(ExtractionMethod.MEAN_DIFFERENCE, new float[] {1}).share()));
  }

  @Test
  void aDirectionOfZeroAgreesWithNobody() {
    float[][] pairs = {{1, 0}, {-1, 0}, {0, 0.5f}};
    // The sums of the others are (-1, 0.5), (1, 0.5) and (0, 0): none lies along its pair.
    assertEquals(0, validate(ExtractionMethod.MEAN_DIFFERENCE, pairs).share());
  }
}
