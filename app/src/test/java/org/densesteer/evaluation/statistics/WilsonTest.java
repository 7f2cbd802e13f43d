package org.densesteer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: scipy 1.17 {@code binomtest(k, n).proportion_ci(method='wilson')}. */
class WilsonTest {

  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.27753279986288926",
    "10, 10, 0.7224672001371109, 1",
    "7, 10, 0.39677814746114526, 0.892208732593699",
    "45, 100, 0.35614537979511984, 0.5475539700255787",
    "1115, 1319, 0.8248236789733226, 0.8638453931406945"
  })
  void agreesWithScipy(int successes, int count, double low, double high) {
    Interval interval = Wilson.interval(successes, count, 0.95);
    assertEquals(low, interval.low(), 1e-12);
    assertEquals(high, interval.high(), 1e-12);
    assertTrue(interval.contains((double) successes / count));
  }

  @Test
  void isUnknownWithoutObservations() {
    assertFalse(Wilson.interval(0, 0, 0.95).known());
  }

  @Test
  void refusesMoreSuccessesThanTrials() {
    assertThrows(IllegalArgumentException.class, () -> Wilson.interval(3, 2, 0.95));
  }
}
