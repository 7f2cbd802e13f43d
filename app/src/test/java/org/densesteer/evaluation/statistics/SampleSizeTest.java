package org.densesteer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {

  /** Expected values: the formula with scipy's normal quantiles, rounded up. */
  @ParameterizedTest
  @CsvSource({
    "0.02, 0.056, 1097",
    "-0.02, 0.2, 3923",
    "0.05, 0.1, 312",
    "0.1, 0.1, 77",
    "0.1, 0.01, 77",
    "0.01, 0.3, 23545"
  })
  void countsPairsForProportions(double difference, double discordant, long expected) {
    assertEquals(expected, SampleSize.forProportions(difference, discordant, 0.05, 0.8));
  }

  /** (1.959964 + 0.841621)² · 4 = 31.4, and · 16 = 125.6. */
  @Test
  void countsPairsForMeans() {
    assertEquals(32, SampleSize.forMeans(0.5, 1, 0.05, 0.8));
    assertEquals(126, SampleSize.forMeans(1, 4, 0.05, 0.8));
    assertEquals(2, SampleSize.forMeans(100, 1, 0.05, 0.8));
  }
}
