package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GumbelNoiseTest {

  /** The JDK's generator is SplitMix64, too. */
  @Test
  void theTokensBitsAreAStreamOfSplitMix64() {
    SplittableRandom stream = new SplittableRandom(1234567);
    for (int id = 0; id < 1000; id++) {
      assertEquals(stream.nextLong(), GumbelNoise.bits(1234567, id));
    }
  }

  /** By hand: v = 1/2 + 2^−53, 2^−53 and 1 − 2^−53. */
  @Test
  void theNoiseIsTheGumbelDistributionsQuantile() {
    assertEquals(-Math.log(Math.log(2)), GumbelNoise.of(1L << 63), 1e-15);
    assertEquals(53 * Math.log(2), GumbelNoise.of(0), 1e-12);
    assertEquals(-Math.log(53 * Math.log(2)), GumbelNoise.of(-1), 1e-12);
  }

  @Test
  void noiseAboveANumberHasNoneOfItsLowBits() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 100_000; i++) {
      long bits = random.nextLong() >>> random.nextInt(64);
      double below = GumbelNoise.of(bits) - 1e-9 * (1 + random.nextInt(1000));
      assertEquals(0, bits & GumbelNoise.low(below), "bits " + bits);
    }
    assertEquals(-1L << 63, GumbelNoise.low(Math.log(2) + 1e-9));
    assertEquals(-1L << 12, GumbelNoise.low(1000));
    assertEquals(0, GumbelNoise.low(-1));
    assertEquals(0, GumbelNoise.low(Double.NaN));
  }

  /** Mean γ (Euler's) and variance π²/6, over tokens and over positions. */
  @Test
  void itHasTheDistributionsMeanAndVariance() {
    double sum = 0;
    double squares = 0;
    int count = 200_000;
    for (int i = 0; i < count; i++) {
      double noise =
          GumbelNoise.of(
              i % 2 == 0
                  ? GumbelNoise.bits(GumbelNoise.key(5, 17), i)
                  : GumbelNoise.bits(GumbelNoise.key(5, i), 17));
      sum += noise;
      squares += noise * noise;
    }
    double mean = sum / count;
    assertEquals(0.5772, mean, 0.012); // four standard errors
    assertEquals(Math.PI * Math.PI / 6, squares / count - mean * mean, 0.04);
  }

  @Test
  void seedsPositionsAndTokensDiffer() {
    long here = GumbelNoise.bits(GumbelNoise.key(1, 1), 1);
    assertNotEquals(here, GumbelNoise.bits(GumbelNoise.key(2, 1), 1));
    assertNotEquals(here, GumbelNoise.bits(GumbelNoise.key(1, 2), 1));
    assertNotEquals(here, GumbelNoise.bits(GumbelNoise.key(1, 1), 2));
  }
}
