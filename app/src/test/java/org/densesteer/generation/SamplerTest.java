package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws against distributions worked out by hand. */
class SamplerTest {

  private static final int DRAWS = 100_000;
  private static final double[] PROBABILITIES = {0.1, 0.5, 0.15, 0.25};
  private static final float NEVER = Float.NEGATIVE_INFINITY;

  /** Values that a χ² of 1 to 4 degrees of freedom exceeds once in 1,000 times. */
  private static final double[] CHI_SQUARE = {10.828, 13.816, 16.266, 18.467};

  private static float[] logits(double... probabilities) {
    float[] logits = new float[probabilities.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(probabilities[i]);
    }
    return logits;
  }

  private static long[] counts(float[] logits, double temperature, double topP) {
    Sampler sampler = Sampler.of(new Sampling(temperature, topP, 20), new int[0]);
    long[] counts = new long[logits.length];
    for (int i = 0; i < DRAWS; i++) {
      counts[sampler.choose(logits)]++;
    }
    return counts;
  }

  private static String seen(long[] counts) {
    return IntStream.range(0, counts.length)
        .filter(i -> counts[i] > 0)
        .mapToObj(Integer::toString)
        .reduce("", String::concat);
  }

  /** The parts are those of the tokens that may come, in any unit. */
  private static void assertDrawnFrom(double[] parts, long[] counts) {
    double whole = Arrays.stream(parts).sum();
    double chiSquare = 0;
    int possible = 0;
    for (int i = 0; i < parts.length; i++) {
      double expected = DRAWS * parts[i] / whole;
      if (expected == 0) {
        assertEquals(0, counts[i], "token " + i);
      } else {
        chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
        possible++;
      }
    }
    double most = CHI_SQUARE[possible - 2];
    assertTrue(chiSquare < most, "χ² " + chiSquare + " of " + Arrays.toString(counts));
  }

  /** Of 0.5, 0.25, 0.15 and 0.1 as many as it takes to reach top-p, the likeliest first. */
  @ParameterizedTest
  @CsvSource({
    "0.000001, 1",
    "0.49, 1",
    "0.51, 13",
    "0.74, 13",
    "0.76, 123",
    "0.89, 123",
    "0.91, 0123",
    "1, 0123"
  })
  void theNucleusIsTheSmallestSetThatReachesTopP(double topP, String set) {
    assertEquals(set, seen(counts(logits(PROBABILITIES), 1, topP)));
  }

  /** Equal logits have equal weights to the last bit, so a sum can meet top-p exactly. */
  @ParameterizedTest
  @CsvSource({"0.2, 0", "0.25, 0", "0.26, 01", "0.5, 01", "0.51, 012", "0.75, 012", "1, 0123"})
  void ofEquallyLikelyTokensTheFirstAreKept(double topP, String set) {
    assertEquals(set, seen(counts(new float[] {3, 3, 3, 3}, 1, topP)));
  }

  @Test
  void withoutTopPEveryTokenComesAsOftenAsItIsLikely() {
    assertDrawnFrom(PROBABILITIES, counts(logits(PROBABILITIES), 1, 1));
  }

  @Test
  void withinTheNucleusTokensComeInProportion() {
    assertDrawnFrom(new double[] {0, 2, 0, 1}, counts(logits(PROBABILITIES), 1, 0.7));
    assertDrawnFrom(new double[] {0, 50, 15, 25}, counts(logits(PROBABILITIES), 1, 0.8));
    assertDrawnFrom(new double[] {1, 1, 1, 0}, counts(new float[] {3, 3, 3, 3}, 1, 0.6));
  }

  /** At temperature T a token of probability p comes in proportion to p^(1/T). */
  @Test
  void temperatureFlattensAndSharpens() {
    float[] logits = logits(0.64, 0.36);
    assertDrawnFrom(new double[] {0.8, 0.6}, counts(logits, 2, 1));
    assertDrawnFrom(new double[] {4096, 1296}, counts(logits, 0.5, 1));
  }

  /** 0.64 and 0.36 stand as 0.8 : 0.6 at temperature 2, so that the first alone has 0.571. */
  @Test
  void topPIsTakenOfTheDistributionAtItsTemperature() {
    float[] logits = logits(0.64, 0.36);
    assertEquals("0", seen(counts(logits, 1, 0.6)));
    assertEquals("01", seen(counts(logits, 2, 0.6)));
  }

  @Test
  void whatIsImpossibleNeverComes() {
    assertDrawnFrom(new double[] {0, 1, 0, 1}, counts(new float[] {NEVER, 7, NEVER, 7}, 1, 1));
    assertDrawnFrom(new double[] {0, 1, 1}, counts(new float[] {-1e30f, 0, 0}, 1, 1));
  }

  @Test
  void logitsOfAnySizeAreDrawnFrom() {
    float[] large = logits(PROBABILITIES);
    for (int i = 0; i < large.length; i++) {
      large[i] += 1024; // a shift that floats of this size hold to 1e-4
    }
    assertDrawnFrom(PROBABILITIES, counts(large, 1, 1));
  }

  @Test
  void whatIsNoNumberGivesTheFirstToken() {
    assertEquals(
        0, Sampler.of(new Sampling(1, 0.9, 1), new int[0]).choose(new float[] {Float.NaN, 1, 2}));
  }

  @Test
  void aSeedDecidesTheWholeStream() {
    assertArrayEquals(stream(5), stream(5));
    assertTrue(!Arrays.equals(stream(5), stream(6)));
  }

  private static int[] stream(long seed) {
    Sampler sampler = Sampler.of(new Sampling(1, 1, seed), new int[0]);
    float[] logits = logits(PROBABILITIES);
    return IntStream.range(0, 50).map(i -> sampler.choose(logits)).toArray();
  }

  @Test
  void aPenaltyHoldsDownWhatThePromptAndTheAnswerHave() {
    Sampler sampler = Sampler.of(Sampling.greedy(2), new int[] {0});
    // By transformers 5.18.0 (RepetitionPenaltyLogitsProcessor): 3 / 2 and −1 · 2 where the token
    // came.
    assertEquals(1, sampler.choose(new float[] {3, 2, -1}));
    assertEquals(0, sampler.choose(new float[] {3, 2, -1}));
    assertEquals(2, sampler.choose(new float[] {-1, -1.5f, -1.9f}));
    assertEquals(0, sampler.choose(new float[] {-1, -1.5f, -2.1f}));
  }

  @Test
  void topKKeepsTheLikeliestAndTheirEquals() {
    boolean[] drawn = new boolean[5];
    Sampler sampler = Sampler.of(new Sampling(1, 2, 1, 1, 3), new int[0]);
    for (int i = 0; i < 2000; i++) {
      drawn[sampler.choose(new float[] {1, 2, 2, 3, 0})] = true;
    }
    assertArrayEquals(new boolean[] {false, true, true, true, false}, drawn);
  }

  private static long[] counts(float[] logits, Sampling sampling, int[] promptIds) {
    long[] counts = new long[logits.length];
    for (int seed = 0; seed < DRAWS; seed++) {
      Sampling seeded =
          new Sampling(
              sampling.temperature(),
              sampling.topK(),
              sampling.topP(),
              sampling.repetitionPenalty(),
              seed);
      counts[Sampler.of(seeded, promptIds).choose(logits.clone())]++;
    }
    return counts;
  }

  /**
   * Everything at once, drawn with a seed each. Logits 2, 1.5, 1, 0.5 and −1; penalty 2 on the
   * first and the last makes them 1 and −2; temperature 0.5 weights e^2, e^3, e^2, e, e^−4, of
   * which top-k 3 keeps 7.389, 20.086 and 7.389. They are 0.576 and twice 0.212 of their sum; top-p
   * 0.7 keeps the first two.
   */
  @Test
  void penaltyTemperatureTopKAndTopPComeInThisOrder() {
    float[] logits = {2, 1.5f, 1, 0.5f, -1};
    int[] prompt = {0, 4};
    double e = Math.E;
    assertDrawnFrom(
        new double[] {e * e, e * e * e, e * e, e, Math.exp(-4)},
        counts(logits, new Sampling(0.5, 0, 1, 2, 0), prompt));
    assertDrawnFrom(
        new double[] {1, e, 1, 0, 0}, counts(logits, new Sampling(0.5, 3, 1, 2, 0), prompt));
    assertDrawnFrom(
        new double[] {1, e, 0, 0, 0}, counts(logits, new Sampling(0.5, 3, 0.7, 2, 0), prompt));
  }

  /** Of a vocabulary's size, half of it unlikely: the parts of ten groups of tokens. */
  @Test
  void aLargeVocabularyIsDrawnFromInProportion() {
    int size = 20_000;
    float[] logits = new float[size];
    double[] parts = new double[10];
    for (int id = 0; id < size; id++) {
      logits[id] = (float) Math.sin(id) + id % 10 * 0.3f;
      parts[id % 10] += Math.exp(logits[id]);
    }
    long[] groups = new long[10];
    Sampler sampler = Sampler.of(new Sampling(1, 1, 4), new int[0]);
    int draws = 5_000;
    for (int i = 0; i < draws; i++) {
      groups[sampler.choose(logits) % 10]++;
    }
    double whole = Arrays.stream(parts).sum();
    double chiSquare = 0;
    for (int i = 0; i < 10; i++) {
      double expected = draws * parts[i] / whole;
      chiSquare += (groups[i] - expected) * (groups[i] - expected) / expected;
    }
    assertTrue(chiSquare < 27.88, "χ² " + chiSquare); // once in 1,000 times, 9 degrees of freedom
  }

  /** What is passed over unseen is never what an honest look at every token finds. */
  @Test
  void theHighestOfLogitAndNoiseIsDrawn() {
    SplittableRandom random = new SplittableRandom(8);
    for (int seed = 0; seed < 2000; seed++) {
      float[] logits = new float[1 + random.nextInt(1500)];
      double spread = Math.exp(random.nextDouble(-3, 5));
      for (int id = 0; id < logits.length; id++) {
        logits[id] = (float) random.nextDouble(-spread, spread);
      }
      logits[logits.length / 2] = NEVER;
      logits[logits.length - 1] = logits.length > 9 ? Float.NaN : 3;
      double temperature = random.nextDouble(0.05, 3);
      int highest = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int id = 0; id < logits.length; id++) {
        double noise = GumbelNoise.of(GumbelNoise.bits(GumbelNoise.key(seed, 0), id));
        double noisy = logits[id] / temperature + noise;
        if (noisy > most) {
          most = noisy;
          highest = id;
        }
      }
      Sampler sampler = Sampler.of(new Sampling(temperature, 1, seed), new int[0]);
      assertEquals(highest, sampler.choose(logits), "seed " + seed);
    }
  }

  /** The same noise: a token stays chosen when others, less likely with it, swap their ranks. */
  @Test
  void tokensChangeOnlyWhereTheDistributionDoes() {
    float[] one = logits(0.3, 0.29, 0.21, 0.2);
    float[] other = logits(0.29, 0.3, 0.2, 0.21);
    Sampler first = Sampler.of(new Sampling(1, 1, 9), new int[0]);
    Sampler second = Sampler.of(new Sampling(1, 1, 9), new int[0]);
    int same = 0;
    for (int i = 0; i < 2000; i++) {
      same += first.choose(one) == second.choose(other) ? 1 : 0;
    }
    assertTrue(
        same > 1940,
        same + " of 2,000"); // draws in the order of the ranks agree less than 800 times
  }
}
