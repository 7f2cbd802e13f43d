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
 * Checkpoints of every form that is read, against transformers 5.18.0 with torch 2.13.0 (float32,
 * eager attention): short texts, and texts beyond the original positions and the window. The
 * figures were made by reference_decoders.py.
 */
class ReferenceDecodersTest {

  private static final double TOLERANCE = 1e-4;

  @TempDir Path folder;

  static Stream<Map.Entry<String, JsonNode>> cases() throws IOException {
    try (InputStream in =
        ReferenceDecodersTest.class.getResourceAsStream("/model/reference-decoders.json")) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in));
      return List.copyOf(root.get("cases").properties()).stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void computesWhatTransformersComputes(Map.Entry<String, JsonNode> reference) {
    ComputedCheckpoint.write(folder, reference.getKey(), reference.getValue().get("config"));
    try (Decoder decoder =
        Decoder.load(
            Checkpoint.open(folder), Precision.FLOAT32, Progress.NONE, new Cancellation())) {
      // The longer one first: what it leaves behind must not reach into the other.
      check(decoder, ComputedCheckpoint.ids(60), reference.getValue().get("long"));
      check(decoder, ComputedCheckpoint.ids(12), reference.getValue().get("short"));
    }
  }

  private static void check(Decoder decoder, int[] ids, JsonNode expected) {
    float[] wanted = floats(expected.get("last_logits"));
    try (Sites none = decoder.sites(List.of())) {
      try (Logits all = decoder.logits(ids, none)) {
        assertClose(wanted, all.row(ids.length - 1));
      }
      double[] nll = decoder.nll(List.of(ids, ComputedCheckpoint.ids(5)), none).get(0);
      double mean = Arrays.stream(nll).average().orElseThrow();
      assertEquals(expected.get("nll").asDouble(), mean, 2e-5);
      decode(decoder, ids, none, expected);
    }
  }

  private static void decode(Decoder decoder, int[] ids, Sites none, JsonNode expected) {
    JsonNode greedy = expected.get("greedy");
    try (PromptStates prompt = decoder.read(ids, new Cancellation());
        KvCache cache = decoder.newCache(2, ids.length + greedy.size())) {
      assertClose(floats(expected.get("last_logits")), prompt.logits().row(0));
      decoder.place(prompt, cache, 0, 0);
      decoder.place(prompt, cache, 1, 0);
      for (int i = 0; i + 1 < greedy.size(); i++) {
        int id = greedy.get(i).asInt();
        try (Logits logits =
            decoder.step(new int[] {id, id}, cache, ids.length + i, new int[2], none).logits()) {
          assertEquals(greedy.get(i + 1).asInt(), decoder.likeliest(logits)[1], "token " + i);
          if (i + 2 == greedy.size()) {
            assertClose(floats(expected.get("logits_of_last_step")), logits.row(1));
          }
        }
      }
    }
  }

  private static void assertClose(float[] wanted, float[] actual) {
    assertArrayEquals(wanted, actual, (float) TOLERANCE);
  }

  private static float[] floats(JsonNode numbers) {
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) numbers.get(i).asDouble();
    }
    return values;
  }
}
