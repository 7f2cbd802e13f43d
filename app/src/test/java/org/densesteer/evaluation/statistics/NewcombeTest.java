package org.densesteer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewcombeTest {

  /** First row: an example of the paper's table. The others: computed apart from the formula. */
  @ParameterizedTest
  @CsvSource({
    "36, 2, 12, 0, 0.0569, 0.3404, 5e-5",
    "80, 0, 0, 20, -0.02937008323996303, 0.02937008323996303, 1e-12",
    "36, 14, 12, 38, -0.11948672019153989, 0.08025453582972779, 1e-12",
    "0, 0, 0, 10, -0.27753279986288926, 0.27753279986288926, 1e-12",
    "1, 30, 29, 2, -0.25081129177645556, 0.22038939902618299, 1e-12"
  })
  void givesTheScoreInterval(
      int both, int onlyBaseline, int onlyTreated, int neither, double low, double high, double e) {
    Concordance pairs = new Concordance(both, onlyBaseline, onlyTreated, neither);
    Interval interval = Newcombe.interval(pairs, 0.95);
    assertEquals(low, interval.low(), e);
    assertEquals(high, interval.high(), e);
  }

  @Test
  void isUnknownWithoutProblems() {
    assertFalse(Newcombe.interval(new Concordance(0, 0, 0, 0), 0.95).known());
  }
}
