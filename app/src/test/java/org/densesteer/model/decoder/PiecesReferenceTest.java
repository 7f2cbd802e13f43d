package org.densesteer.model.decoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.checkpoint.Checkpoint;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts that are longer than what is read at once, and those just as long, against transformers
 * 5.18.0 with torch 2.13.0 (float32, eager attention, the whole text in one pass). The figures were
 * made by reference_pieces.py.
 */
class PiecesReferenceTest {

  private static final float TOLERANCE = 1e-4f;
  private static final int LAYER = 1;
  private static final float STRENGTH = 0.5f;
  private static final PromptWatch WATCH = (tokens, all) -> {};

  @TempDir Path folder;

  static Stream<Map.Entry<String, JsonNode>> cases() throws IOException {
    try (InputStream in =
        PiecesReferenceTest.class.getResourceAsStream("/model/reference-pieces.json")) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in));
      return List.copyOf(root.get("cases").properties()).stream();
    }
  }

  private Decoder load(Map.Entry<String, JsonNode> reference, long bytes) {
    ComputedCheckpoint.write(folder, reference.getKey(), reference.getValue().get("config"));
    return Decoder.load(
        Checkpoint.open(folder),
        Arithmetic.choose(Precision.FLOAT32, bytes),
        Progress.NONE,
        new Cancellation());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void promptsAreReadAsTransformersReadsThem(Map.Entry<String, JsonNode> reference) {
    for (long bytes : new long[] {0, Long.MAX_VALUE}) {
      try (Decoder decoder = load(reference, bytes)) {
        for (var prompt : reference.getValue().get("prompts").properties()) {
          int[] ids = ComputedCheckpoint.ids(Integer.parseInt(prompt.getKey()));
          for (int every = 1; every <= 3; every++) {
            check(decoder, ids, new KeptBlocks(every), prompt.getValue());
          }
        }
      }
    }
  }

  /** Read plain, steered from what is kept of that, and one token further than the text's end. */
  private static void check(Decoder decoder, int[] ids, KeptBlocks kept, JsonNode expected) {
    int[] shorter = Arrays.copyOf(ids, ids.length - 1);
    try (Sites sites = steering(decoder, ids.length);
        Sites none = decoder.sites(List.of());
        PromptStates prompt = decoder.read(ids, kept, WATCH);
        PromptStates begin = decoder.read(shorter, kept, WATCH);
        KvCache cache = decoder.newCache(2, ids.length + 3);
        StepResult steered = decoder.rereadSteered(prompt, sites, cache, 1, 3, WATCH)) {
      String what = ids.length + " tokens, " + kept;
      assertArrayEquals(
          floats(expected.get("plain")), prompt.logits().row(0), TOLERANCE, what + ", plain");
      assertArrayEquals(
          floats(expected.get("steered")), steered.logits().row(0), TOLERANCE, what + ", steered");
      if (decoder.checkpoint().config().rope().scaling().changesFor(ids.length)) {
        return; // Each length has its own frequencies, so that a longer text is another one.
      }
      decoder.place(begin, cache, 0, 0);
      int[] last = {ids[ids.length - 1]};
      try (StepResult step = decoder.step(last, cache, shorter.length, new int[1], none)) {
        assertArrayEquals(
            floats(expected.get("plain")), step.logits().row(0), TOLERANCE, what + ", stepped");
      }
    }
  }

  private static Sites steering(Decoder decoder, int positions) {
    float[] strengths = new float[positions];
    Arrays.fill(strengths, STRENGTH);
    float[] vector =
        ComputedCheckpoint.values("steering", decoder.checkpoint().config().hiddenSize());
    return decoder.sites(
        List.of(new Site(LAYER, Site.ADD, new float[][] {vector}, new float[][] {strengths})));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void textsAreScoredAsTransformersScoresThem(Map.Entry<String, JsonNode> reference) {
    try (Decoder decoder = load(reference, 0);
        Sites none = decoder.sites(List.of())) {
      for (var text : reference.getValue().get("scored").properties()) {
        double[] nll = decoder.nll(ComputedCheckpoint.ids(Integer.parseInt(text.getKey())), none);
        JsonNode expected = text.getValue();
        assertEquals(
            expected.get("sum").asDouble() / nll.length,
            Arrays.stream(nll).sum() / nll.length,
            1e-5,
            text.getKey());
        for (int i = 0; i < 3; i++) {
          assertEquals(expected.get("last").get(i).asDouble(), nll[nll.length - 3 + i], TOLERANCE);
        }
      }
    }
  }

  private static float[] floats(JsonNode numbers) {
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) numbers.get(i).asDouble();
    }
    return values;
  }
}
