package org.densesteer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class HolmTest {

  @Test
  void stepsDown() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02},
        Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}),
        1e-15);
  }

  @Test
  void staysAtMostOne() {
    assertArrayEquals(new double[] {1, 1}, Holm.adjust(new double[] {0.6, 0.9}));
  }

  @Test
  void leavesOutWhatIsUnknown() {
    assertArrayEquals(
        new double[] {Double.NaN, 0.02}, Holm.adjust(new double[] {Double.NaN, 0.02}), 1e-15);
    assertArrayEquals(new double[0], Holm.adjust(new double[0]));
  }
}
