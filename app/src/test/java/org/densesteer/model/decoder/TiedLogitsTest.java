package org.densesteer.model.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.files.safetensors.SafetensorsWriter;
import org.densesteer.files.safetensors.TensorToWrite;
import org.densesteer.model.Precision;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.model.checkpoint.ExpectedWeight;
import org.densesteer.model.checkpoint.ModelConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where many tokens are equally likely, those that are listed hold the one that was chosen. */
class TiedLogitsTest {

  private static final int VOCABULARY = 300;

  /** Tokens whose rows of the head are equal, and larger than all others'. */
  private static final List<Integer> TIED = List.of(17, 40, 41, 130, 131, 200, 257, 299);

  @TempDir Path folder;

  private Decoder load() throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"model_type": "llama", "hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2,
         "num_key_value_heads": 1, "intermediate_size": 8, "vocab_size": 300,
         "max_position_embeddings": 64, "tie_word_embeddings": false}
        """);
    Map<String, TensorToWrite> tensors = new TreeMap<>();
    ExpectedWeight.all(ModelConfig.read(folder.resolve("config.json")))
        .forEach(
            weight ->
                tensors.put(
                    weight.name(),
                    TensorToWrite.computed(
                        Dtype.F32, i -> value(weight.name(), i), weight.shape())));
    SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors, Map.of());
    return Decoder.load(
        Checkpoint.open(folder),
        Arithmetic.choose(Precision.FLOAT32, 0),
        Progress.NONE,
        new Cancellation());
  }

  /** Hidden states stay ones, so that a logit is the sum of its row of the head. */
  private static float value(String name, long i) {
    if (name.contains("norm") || name.equals(ExpectedWeight.EMBEDDING)) {
      return 1;
    }
    return name.equals(ExpectedWeight.HEAD) && TIED.contains((int) (i / 8)) ? 1 : 0;
  }

  /** As torch.argmax of torch 2.13 does on a processor: the first of equals. */
  @Test
  void greedyTakesTheFirstAndListsIt() throws IOException {
    try (Decoder decoder = load();
        Sites none = decoder.sites(List.of());
        Logits logits = decoder.logits(new int[] {5}, none)) {
      assertEquals(17, decoder.likeliest(logits)[0]);
      Observation seen = decoder.observe(logits, new int[0], new int[] {0}).get(0);
      assertEquals(17, seen.tokenId());
      assertEquals(17, seen.topIds()[0]);
      assertListed(seen);
    }
  }

  @Test
  void whateverIsChosenAmongEqualsIsListed() throws IOException {
    try (Decoder decoder = load();
        Sites none = decoder.sites(List.of());
        Logits logits = decoder.logits(new int[] {5}, none)) {
      for (int chosen : TIED) {
        Observation seen = decoder.observe(logits, new int[] {chosen}, new int[] {0}).get(0);
        assertEquals(1, seen.rank());
        assertEquals(chosen, seen.topIds()[0]);
        assertListed(seen);
      }
      Observation unlikely = decoder.observe(logits, new int[] {3}, new int[] {0}).get(0);
      assertEquals(TIED.size() + 1, unlikely.rank());
      assertTrue(Arrays.stream(unlikely.topIds()).allMatch(TIED::contains));
    }
  }

  private static void assertListed(Observation seen) {
    assertEquals(Observation.TOP, Arrays.stream(seen.topIds()).distinct().count());
    assertTrue(Arrays.stream(seen.topIds()).allMatch(TIED::contains));
    for (double log : seen.topLogProbabilities()) {
      assertEquals(seen.logProbability(), log, 1e-6);
    }
  }
}
