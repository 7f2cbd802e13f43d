package org.densesteer.model.decoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.checkpoint.Checkpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The decoder against what Hugging Face transformers computes. */
class DecoderReferenceTest {

  private static final float TOLERANCE = 1e-4f;
  private static final PromptWatch WATCH = PromptWatch.stoppedBy(new Cancellation());

  private static Decoder load(Reference reference, boolean large) {
    Arithmetic chosen = Arithmetic.choose(Precision.FLOAT32, large ? Long.MAX_VALUE : 0);
    return Decoder.load(
        Checkpoint.open(reference.folder()), chosen, Progress.NONE, new Cancellation());
  }

  /** Every checkpoint, as small ones are run and as large ones are. */
  static Stream<Arguments> all() {
    return Stream.of("qwen2-tied", "qwen2-sharded-untied-bf16", "llama3-rope")
        .flatMap(name -> Stream.of(Arguments.of(name, false), Arguments.of(name, true)));
  }

  private static Sites steer(Decoder decoder, Reference reference, int positions) {
    float[] strengths = new float[positions];
    Arrays.fill(strengths, reference.strength());
    return decoder.sites(
        List.of(
            new Site(
                reference.layer(),
                Site.ADD,
                new float[][] {reference.floats("steering_vector")},
                new float[][] {strengths})));
  }

  @ParameterizedTest
  @MethodSource("all")
  void logitsOfTheWholePromptAgree(String name, boolean large) throws Exception {
    Reference reference = Reference.open(name);
    int[] ids = reference.ids("prompt_ids");
    try (Decoder decoder = load(reference, large);
        Sites none = decoder.sites(List.of());
        Sites steer = steer(decoder, reference, ids.length);
        Logits plain = decoder.logits(ids, none);
        Logits steered = decoder.logits(ids, steer)) {
      assertArrayEquals(reference.floats("logits"), plain.toArray(), TOLERANCE);
      assertArrayEquals(reference.floats("logits_steered"), steered.toArray(), TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void logitsTokenByTokenAgree(String name, boolean large) throws Exception {
    Reference reference = Reference.open(name);
    int[] ids = reference.ids("prompt_ids");
    float[] plain = reference.floats("logits");
    float[] steered = reference.floats("logits_steered");
    int vocabulary = plain.length / ids.length;
    try (Decoder decoder = load(reference, large);
        KvCache cache = decoder.newCache(2, ids.length);
        Sites sites =
            decoder.sites(
                List.of(
                    new Site(
                        reference.layer(),
                        Site.ADD,
                        new float[][] {null, reference.floats("steering_vector")},
                        new float[][] {{0}, {reference.strength()}})))) {
      for (int at = 0; at < ids.length; at++) {
        try (StepResult step =
            decoder.step(new int[] {ids[at], ids[at]}, cache, at, new int[] {0, 0}, sites)) {
          int from = at * vocabulary;
          int to = from + vocabulary;
          assertArrayEquals(Arrays.copyOfRange(plain, from, to), step.logits().row(0), TOLERANCE);
          assertArrayEquals(Arrays.copyOfRange(steered, from, to), step.logits().row(1), TOLERANCE);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aCachedPromptSteeredFromItsLayerOnAgrees(String name, boolean large) throws Exception {
    Reference reference = Reference.open(name);
    int[] ids = reference.ids("prompt_ids");
    float[] steered = reference.floats("logits_steered");
    int vocabulary = steered.length / ids.length;
    float[] last = Arrays.copyOfRange(steered, steered.length - vocabulary, steered.length);
    try (Decoder decoder = load(reference, large);
        PromptStates prompt = decoder.read(ids, new Cancellation());
        KvCache cache = decoder.newCache(2, ids.length + 8);
        Sites sites = steer(decoder, reference, ids.length);
        StepResult result = decoder.rereadSteered(prompt, sites, cache, 1, 3, WATCH)) {
      assertArrayEquals(last, result.logits().toArray(), TOLERANCE);
      assertEquals(reference.layer(), result.reports().get(0).layer());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void blockOutputsAgree(String name, boolean large) throws Exception {
    Reference reference = Reference.open(name);
    int[] ids = reference.ids("prompt_ids");
    float[] lastOnly = new float[ids.length];
    lastOnly[ids.length - 1] = 1;
    try (Decoder decoder = load(reference, large)) {
      float[][][] outputs =
          decoder.pooledOutputs(
              List.of(ids, Arrays.copyOf(ids, 9)), List.of(lastOnly, new float[9]));
      float[] flat = new float[outputs.length * outputs[0][0].length];
      for (int layer = 0; layer < outputs.length; layer++) {
        System.arraycopy(
            outputs[layer][0], 0, flat, layer * outputs[0][0].length, outputs[0][0].length);
      }
      assertArrayEquals(reference.floats("block_outputs_last_token"), flat, TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void bothNllConventionsAgree(String name, boolean large) throws Exception {
    Reference reference = Reference.open(name);
    int[] prompt = reference.ids("prompt_ids");
    int[] response = reference.ids("greedy_steered");
    int[] both = IntStream.concat(Arrays.stream(prompt), Arrays.stream(response)).toArray();
    try (Decoder decoder = load(reference, large);
        Sites none = decoder.sites(List.of())) {
      double[] all = decoder.nll(both, none);
      assertArrayEquals(
          reference.numbers("nll_steered_under_unsteered_with_prompt"),
          Arrays.copyOfRange(all, prompt.length - 1, all.length),
          TOLERANCE);
      assertArrayEquals(
          reference.numbers("nll_steered_under_unsteered_response_only"),
          decoder.nll(response, none),
          TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void brainFloatsComeCloseForEveryLengthAndWayOfReading(String name, boolean large)
      throws Exception {
    Reference reference = Reference.open(name);
    int[] ids = reference.ids("prompt_ids");
    float[] expected = reference.floats("logits");
    int vocabulary = expected.length / ids.length;
    try (Decoder decoder =
            Decoder.load(
                Checkpoint.open(reference.folder()),
                Arithmetic.choose(Precision.BFLOAT16, large ? Long.MAX_VALUE : 0),
                Progress.NONE,
                new Cancellation());
        Sites none = decoder.sites(List.of())) {
      for (int length : new int[] {1, 2, 31, 32, 33, ids.length}) {
        int[] part = Arrays.copyOf(ids, length);
        float[] last = Arrays.copyOfRange(expected, (length - 1) * vocabulary, length * vocabulary);
        try (PromptStates prompt = decoder.read(part, new Cancellation());
            KvCache cache = decoder.newCache(1, length + 1)) {
          assertArrayEquals(last, prompt.logits().toArray(), 0.2f, "read " + length);
          if (length < ids.length) {
            float[] next =
                Arrays.copyOfRange(expected, length * vocabulary, (length + 1) * vocabulary);
            decoder.place(prompt, cache, 0, 0);
            try (StepResult step =
                decoder.step(new int[] {ids[length]}, cache, length, new int[] {0}, none)) {
              assertArrayEquals(next, step.logits().toArray(), 0.2f, "step " + length);
            }
          }
        }
      }
    }
  }
}
