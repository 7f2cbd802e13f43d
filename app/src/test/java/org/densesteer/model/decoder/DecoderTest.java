package org.densesteer.model.decoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ways to the same logits agree on the sample model, as small checkpoints are run and as large
 * ones are: whole, with a part cached, token by token, and in a batch of several.
 */
class DecoderTest {

  private static final float TOLERANCE = 1e-4f;
  private static final PromptWatch WATCH = PromptWatch.stoppedBy(new Cancellation());
  private static final int LAYER = 3;
  private static final float STRENGTH = 2;
  private static final SteeringVector VECTOR =
      VectorFiles.read(EmbeddedFiles.sampleVector()).vector();

  private static Decoder load(boolean large) {
    return Decoder.load(
        Checkpoint.open(EmbeddedFiles.sampleModel()),
        Arithmetic.choose(Precision.FLOAT32, large ? Long.MAX_VALUE : 0),
        Progress.NONE,
        new Cancellation());
  }

  private static int[] text(int length) {
    int[] ids = new int[length];
    Arrays.setAll(ids, i -> (7 * i * i + 3 * i + 5) % 400);
    return ids;
  }

  /** One row that is steered from a position on. */
  private static Sites steered(Decoder decoder, int positions, int from) {
    float[] strengths = new float[positions];
    Arrays.fill(strengths, Math.min(from, positions), positions, STRENGTH);
    return decoder.sites(
        List.of(
            new Site(
                LAYER,
                Site.ADD,
                new float[][] {VECTOR.direction(LAYER)},
                new float[][] {strengths})));
  }

  private static float[][] whole(Decoder decoder, int[] ids, Sites sites) {
    try (Logits logits = decoder.logits(ids, sites)) {
      float[][] rows = new float[ids.length][];
      Arrays.setAll(rows, logits::row);
      return rows;
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tokenByTokenIsAsTheWholeText(boolean large) {
    int[] ids = text(24);
    Site second =
        new Site(
            LAYER,
            Site.ADD,
            new float[][] {null, VECTOR.direction(LAYER)},
            new float[][] {{0}, {STRENGTH}});
    try (Decoder decoder = load(large);
        Sites none = decoder.sites(List.of());
        Sites all = steered(decoder, ids.length, 0);
        Sites sites = decoder.sites(List.of(second));
        KvCache cache = decoder.newCache(2, ids.length)) {
      float[][] plain = whole(decoder, ids, none);
      float[][] steered = whole(decoder, ids, all);
      for (int at = 0; at < ids.length; at++) {
        int[] both = {ids[at], ids[at]};
        try (StepResult step = decoder.step(both, cache, at, new int[2], sites)) {
          assertArrayEquals(plain[at], step.logits().row(0), TOLERANCE, "plain " + at);
          assertArrayEquals(steered[at], step.logits().row(1), TOLERANCE, "steered " + at);
        }
      }
    }
  }

  /** Positions before the first that is steered are as they were, those from it on are not. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void steeringFromAPositionOnIsAsACachedPartThatIsContinuedSteered(boolean large) {
    int[] ids = text(24);
    int from = 13;
    try (Decoder decoder = load(large);
        Sites none = decoder.sites(List.of());
        Sites late = steered(decoder, ids.length, from);
        Sites one = steered(decoder, 1, 0);
        PromptStates begin = decoder.read(Arrays.copyOf(ids, from), new Cancellation());
        KvCache cache = decoder.newCache(1, ids.length)) {
      float[][] plain = whole(decoder, ids, none);
      float[][] steered = whole(decoder, ids, late);
      for (int at = 0; at < from; at++) {
        assertArrayEquals(plain[at], steered[at], 1e-6f, "before the first that is steered: " + at);
      }
      decoder.place(begin, cache, 0, 0);
      for (int at = from; at < ids.length; at++) {
        try (StepResult step = decoder.step(new int[] {ids[at]}, cache, at, new int[1], one)) {
          assertArrayEquals(steered[at], step.logits().row(0), TOLERANCE, "steered " + at);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCachedPromptIsReadSteeredFromItsLayerOn(boolean large) {
    int[] ids = text(24);
    int next = 11;
    int[] longer = Arrays.copyOf(ids, ids.length + 1);
    longer[ids.length] = next;
    try (Decoder decoder = load(large);
        Sites all = steered(decoder, ids.length, 0);
        Sites more = steered(decoder, longer.length, 0);
        Sites one = steered(decoder, 1, 0);
        PromptStates prompt = decoder.read(ids, new Cancellation());
        KvCache cache = decoder.newCache(1, ids.length + 4);
        StepResult read = decoder.rereadSteered(prompt, all, cache, 0, 3, WATCH)) {
      float[][] whole = whole(decoder, longer, more);
      assertArrayEquals(whole[ids.length - 1], read.logits().row(0), TOLERANCE);
      assertEquals(LAYER, read.reports().get(0).layer());
      try (StepResult step =
          decoder.step(new int[] {next}, cache, ids.length + 3, new int[] {3}, one)) {
        assertArrayEquals(whole[ids.length], step.logits().row(0), TOLERANCE);
      }
    }
  }

  /** Long prompts are read in pieces. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPromptInPiecesIsAsTheWholeText(boolean large) {
    int[] ids = text(700);
    try (Decoder decoder = load(large);
        Sites none = decoder.sites(List.of());
        Sites all = steered(decoder, ids.length, 0);
        KvCache cache = decoder.newCache(1, ids.length);
        PromptStates prompt = decoder.read(ids, new Cancellation());
        StepResult steered = decoder.rereadSteered(prompt, all, cache, 0, 0, WATCH)) {
      float[][] plain = whole(decoder, ids, none);
      assertArrayEquals(plain[ids.length - 1], prompt.logits().row(0), TOLERANCE);
      assertArrayEquals(
          whole(decoder, ids, all)[ids.length - 1], steered.logits().row(0), TOLERANCE);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTextAmongOthersIsScoredAsAlone(boolean large) {
    List<int[]> texts = List.of(text(24), text(3), text(17), text(2), text(9));
    try (Decoder decoder = load(large);
        Sites none = decoder.sites(List.of())) {
      List<double[]> together = decoder.nll(texts, none);
      for (int i = 0; i < texts.size(); i++) {
        assertArrayEquals(decoder.nll(texts.get(i), none), together.get(i), TOLERANCE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void weightsReachThePositionsOfTheirOwnText(boolean large) {
    int[] ids = text(20);
    int[] start = Arrays.copyOf(ids, 3);
    List<float[]> weights =
        List.of(new float[ids.length], new float[] {0.5f, -2, 3}, new float[] {0, 1, 0});
    try (Decoder decoder = load(large)) {
      float[][][] together = decoder.pooledOutputs(List.of(ids, start, start), weights);
      for (int layer = 0; layer < together.length; layer++) {
        float[] sum = new float[together[layer][1].length];
        for (int at = 0; at < 3; at++) {
          float[] only = new float[3];
          only[at] = 1;
          float[] state = decoder.pooledOutputs(List.of(start), List.of(only))[layer][0];
          for (int i = 0; i < sum.length; i++) {
            sum[i] += weights.get(1)[at] * state[i];
          }
          if (at == 1) {
            assertArrayEquals(state, together[layer][2], TOLERANCE);
          }
        }
        assertArrayEquals(new float[sum.length], together[layer][0]);
        assertArrayEquals(sum, together[layer][1], 3 * TOLERANCE);
      }
    }
  }
}
