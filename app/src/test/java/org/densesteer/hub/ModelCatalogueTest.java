package org.densesteer.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogueTest {

  @Test
  void holdsTheModelsOfThePaper() {
    List<String> paper =
        ModelCatalogue.entries().stream()
            .filter(ModelCatalogue.Entry::paper)
            .map(ModelCatalogue.Entry::repo)
            .toList();
    assertEquals(
        List.of(
            "Qwen/Qwen2.5-1.5B-Instruct",
            "Qwen/Qwen2.5-3B-Instruct",
            "meta-llama/Llama-3.2-1B-Instruct",
            "meta-llama/Llama-3.2-3B-Instruct"),
        paper);
  }

  @Test
  void everyEntryIsWhole() {
    Set<RepoId> ids = new HashSet<>();
    for (ModelCatalogue.Entry entry : ModelCatalogue.entries()) {
      assertTrue(ids.add(entry.id()), "only once");
      double bytesPerWeight = (double) entry.bytes() / entry.parameters();
      assertTrue(bytesPerWeight >= 2 && bytesPerWeight < 2.6, entry.repo());
      assertFalse(entry.licence().isBlank() || entry.note().isBlank(), entry.repo());
      assertEquals(entry.repo().startsWith("meta-llama/"), entry.gated(), entry.repo());
    }
  }

  /** Dimensions as the models' configurations give them. */
  @ParameterizedTest
  @CsvSource({
    "Qwen/Qwen2.5-0.5B-Instruct, qwen2, 896, 24, 14, 2, 64, 4864, 151936, true",
    "Qwen/Qwen2.5-1.5B-Instruct, qwen2, 1536, 28, 12, 2, 128, 8960, 151936, true",
    "Qwen/Qwen2.5-3B-Instruct, qwen2, 2048, 36, 16, 2, 128, 11008, 151936, true",
    "Qwen/Qwen2.5-7B-Instruct, qwen2, 3584, 28, 28, 4, 128, 18944, 152064, false",
    "Qwen/Qwen3-0.6B, qwen3, 1024, 28, 16, 8, 128, 3072, 151936, true",
    "meta-llama/Llama-3.2-1B-Instruct, llama, 2048, 16, 32, 8, 64, 8192, 128256, true",
    "meta-llama/Llama-3.2-3B-Instruct, llama, 3072, 28, 24, 8, 128, 8192, 128256, true",
    "HuggingFaceTB/SmolLM2-135M-Instruct, llama, 576, 30, 9, 3, 64, 1536, 49152, true",
  })
  void parametersFollowFromTheDimensions(
      String repo,
      String type,
      int hidden,
      int layers,
      int heads,
      int kvHeads,
      int headDim,
      int inter,
      int vocabulary,
      boolean tied) {
    var config =
        new ObjectMapper()
            .createObjectNode()
            .put("model_type", type)
            .put("hidden_size", hidden)
            .put("num_hidden_layers", layers)
            .put("num_attention_heads", heads)
            .put("num_key_value_heads", kvHeads)
            .put("head_dim", headDim)
            .put("intermediate_size", inter)
            .put("vocab_size", vocabulary)
            .put("tie_word_embeddings", tied);
    long listed =
        ModelCatalogue.entries().stream()
            .filter(entry -> entry.repo().equals(repo))
            .findFirst()
            .orElseThrow()
            .parameters();
    assertEquals(OptionalLong.of(listed), DecoderSize.parameters(config));
  }
}
