package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.densesteer.steering.VectorMath;
import org.junit.jupiter.api.Test;

class PrincipalComponentTest {

  private static float[] component(float[]... rows) {
    return PrincipalComponent.of(
        new PairDifferences(Reading.LAST_TOKEN, new float[][][] {rows}), 0);
  }

  /**
   * numpy.linalg.svd of the same rows: its first right vector times the mean's projection on it.
   */
  @Test
  void agreesWithNumPy() {
    assertArrayEquals(
        new float[] {0.63562276f, -0.10497359f, 1.61996759f},
        component(
            new float[] {1, 0, 2},
            new float[] {2, 1, 1},
            new float[] {0, -1, 3},
            new float[] {1, 1, 0}),
        1e-6f);
  }

  @Test
  void pairsOfOneDirectionGiveTheirMean() {
    assertArrayEquals(
        new float[] {2, -4}, component(new float[] {1, -2}, new float[] {3, -6}), 1e-6f);
  }

  @Test
  void oneLargePairOutweighsManySmallOnes() {
    float[] direction =
        component(new float[] {0, 9}, new float[] {1, 0}, new float[] {1, 0}, new float[] {1, 0});
    assertArrayEquals(new float[] {0, 2.25f}, direction, 1e-6f);
  }

  @Test
  void theSignIsThatOfTheMean() {
    float[][] rows = {{5, 1}, {-4, 1}, {4, 1}, {2, 0}};
    float[][] flipped = {{-5, -1}, {4, -1}, {-4, -1}, {-2, 0}};
    float[] mean = {7 / 4f, 3 / 4f};
    assertEquals(1, Math.signum(VectorMath.cosine(component(rows), mean)));
    assertEquals(-1, Math.signum(VectorMath.cosine(component(flipped), mean)));
  }

  @Test
  void nothingComesOfNothing() {
    assertArrayEquals(new float[] {0, 0}, component(new float[2], new float[2]));
  }
}
