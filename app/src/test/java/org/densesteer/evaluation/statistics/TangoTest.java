package org.densesteer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TangoTest {

  /**
   * Published: Cavo et al. 2012 and Bentur et al. 2009 as in Fagerland, Lydersen and Laake,
   * Statistical Analysis of Contingency Tables (2017), chapter 8 (R package contingencytables). The
   * third is PropCIs::scoreci.mp(25, 28, 618) at 90 %. The others: the likelihood maximised and the
   * score's roots found by SciPy 1.17.1, without the closed form.
   */
  @ParameterizedTest
  @CsvSource({
    "6, 16, 161, 0.95, -0.1240, -0.0054, 5e-5",
    "1, 7, 21, 0.95, -0.517, -0.026, 5e-4",
    "28, 25, 618, 0.90, -0.0148, 0.0247, 5e-5",
    "20, 40, 160, 0.95, -0.21806424339981584, -0.0308645323986455, 1e-9",
    "12, 2, 50, 0.95, 0.06111240594174869, 0.34470874834847015, 1e-9",
    "1, 0, 40, 0.95, -0.06481214122079021, 0.1288136896347409, 1e-9",
    "0, 0, 10, 0.95, -0.27753279986288926, 0.27753279986288926, 1e-9",
    "5, 0, 5, 0.95, 0.13103507043365045, 1, 1e-9"
  })
  void givesTheScoreInterval(
      int onlyTreated, int onlyBaseline, int n, double level, double low, double high, double e) {
    Interval interval = Tango.interval(pairs(onlyTreated, onlyBaseline, n), level);
    assertEquals(low, interval.low(), e);
    assertEquals(high, interval.high(), e);
  }

  @Test
  void atNoDifferenceTheScoreIsMcNemars() {
    assertEquals(10 / Math.sqrt(14), Tango.score(pairs(12, 2, 50), 0), 1e-12);
  }

  @Test
  void isUnknownWithoutProblems() {
    assertFalse(Tango.interval(new Concordance(0, 0, 0, 0), 0.95).known());
  }

  @Test
  void holdsItsDifferenceAndMirrorsWhenTheArmsAreExchanged() {
    for (int n = 1; n <= 25; n++) {
      for (int b = 0; b <= n; b++) {
        for (int c = 0; b + c <= n; c++) {
          Interval one = Tango.interval(pairs(b, c, n), 0.95);
          Interval other = Tango.interval(pairs(c, b, n), 0.95);
          String table = b + " against " + c + " of " + n + ": " + one;
          assertEquals(one.low(), -other.high(), 1e-12, table);
          assertTrue(one.contains((double) (b - c) / n), table);
          assertTrue(one.high() - one.low() > 0.01 && one.low() >= -1 && one.high() <= 1, table);
        }
      }
    }
  }

  static Concordance pairs(int onlyTreated, int onlyBaseline, int n) {
    return new Concordance(0, onlyBaseline, onlyTreated, n - onlyTreated - onlyBaseline);
  }
}
