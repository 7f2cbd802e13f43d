package org.densesteer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: scipy 1.17 {@code binomtest(min(b, c), b + c, 0.5).pvalue}. */
class McNemarTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1",
    "0, 1, 1",
    "1, 9, 0.021484375",
    "9, 1, 0.021484375",
    "5, 17, 0.01690053939819336",
    "10, 10, 1",
    "30, 52, 0.0198269158458416",
    "120, 80, 0.005685155996750306"
  })
  void agreesWithTheBinomialTest(int onlyBaseline, int onlyTreated, double p) {
    assertEquals(p, McNemar.exact(new Concordance(50, onlyBaseline, onlyTreated, 7)), 1e-12);
  }

  @Test
  void countsPairs() {
    boolean[] baseline = {true, true, true, false, false, false};
    boolean[] treated = {true, true, false, true, true, false};
    Concordance pairs = Concordance.of(baseline, treated);
    assertEquals(new Concordance(2, 1, 2, 1), pairs);
    assertEquals(1.0 / 6, pairs.difference(), 1e-15);
    assertThrows(
        IllegalArgumentException.class, () -> Concordance.of(baseline, new boolean[] {true}));
  }
}
