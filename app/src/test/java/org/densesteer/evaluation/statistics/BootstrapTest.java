package org.densesteer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static final double[] SKEWED = {
    0.1, 0.4, -0.3, 1.9, 0.2, 0.8, 0.0, -0.1, 3.5, 0.6, 0.3, 0.7, -0.2, 1.1, 0.05
  };

  /** scipy 1.17 {@code bootstrap(method='BCa')}, 200,000 resamples; percentile: 0.187 to 1.137. */
  @Test
  void agreesWithScipyOnSkewedFigures() {
    Interval interval = new Bootstrap(50_000, 5, 0.95).ofMean(SKEWED);
    assertEquals(0.25333, interval.low(), 0.012);
    assertEquals(1.32, interval.high(), 0.03);
  }

  /** scipy 1.17: 0.00 to 0.17 by the same method. */
  @Test
  void agreesWithScipyOnShares() {
    double[] values = new double[100];
    Arrays.fill(values, 0, 14, 1);
    Arrays.fill(values, 14, 20, -1);
    Interval interval = new Bootstrap(50_000, 5, 0.95).ofMean(values);
    assertEquals(0, interval.low(), 0.011);
    assertEquals(0.17, interval.high(), 0.011);
  }

  @Test
  void sameSeedSameInterval() {
    Interval interval = Bootstrap.seeded(3).ofMean(SKEWED);
    assertEquals(interval, Bootstrap.seeded(3).ofMean(SKEWED));
    assertNotEquals(interval, Bootstrap.seeded(4).ofMean(SKEWED));
  }

  /** Samples too large to keep their draws give what they would have given with kept ones. */
  @Test
  void largeSamplesAreDrawnAnew() {
    double[] values = IntStream.range(0, 3000).mapToDouble(i -> i % 7).toArray();
    Bootstrap bootstrap = new Bootstrap(4000, 1, 0.95);
    Interval interval = bootstrap.ofMean(values);
    assertEquals(interval, bootstrap.ofMean(values));
    assertEquals(2 * 1.96 * 2 / Math.sqrt(3000), interval.high() - interval.low(), 0.01);
  }

  /** 95 % intervals must hold the true mean about 95 times in 100, here for exponential figures. */
  @Test
  void coversTheTruth() {
    Random random = new Random(11);
    Bootstrap bootstrap = new Bootstrap(1000, 1, 0.95);
    int covered = 0;
    for (int i = 0; i < 400; i++) {
      double[] values = new double[50];
      Arrays.setAll(values, j -> -Math.log(1 - random.nextDouble()));
      covered += bootstrap.ofMean(values).contains(1) ? 1 : 0;
    }
    assertTrue(covered >= 365 && covered <= 395, covered + " of 400");
  }

  @Test
  void knowsWhatItCannotKnow() {
    assertFalse(Bootstrap.seeded(1).ofMean(new double[] {1}).known());
    assertFalse(Bootstrap.seeded(1).ofMean(new double[] {2, 2, 2}).known());
  }

  @Test
  void refusesSenselessSettings() {
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(10, 1, 0.95));
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(99, 1, 0.95));
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(1000, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(1000, 1, 0));
  }

  /**
   * The definition worked out in Python 3.11 with Java's random numbers: every step of it counts.
   */
  @Test
  void isWhatItsDefinitionGives() {
    Interval interval = new Bootstrap(100, 5, 0.95).ofMean(SKEWED);
    assertEquals(0.2184890962646792, interval.low(), 1e-12);
    assertEquals(1.2619944795638358, interval.high(), 1e-12);
    Interval narrower = new Bootstrap(250, 7, 0.8).ofMean(SKEWED);
    assertEquals(0.3433333333333334, narrower.low(), 1e-12);
    assertEquals(1.0521947316770546, narrower.high(), 1e-12);
    assertEquals(0.8, narrower.level());
  }

  /** Differences of a ten-millionth in a million are rounding, those between billionths are not. */
  @Test
  void takesRoundingForWhatItIs() {
    assertFalse(Bootstrap.seeded(1).ofMean(new double[] {1e6, 1e6 + 1e-7, 1e6}).known());
    assertTrue(Bootstrap.seeded(1).ofMean(new double[] {1e-9, 3e-9, 2e-9}).known());
    assertTrue(Bootstrap.seeded(1).ofMean(new double[] {1, 2}).known());
  }
}
