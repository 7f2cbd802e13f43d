package org.densesteer.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/** Counts a decoder's weights from its configuration alone. */
final class DecoderSize {

  private DecoderSize() {}

  /**
   * Parameters of a decoder of the Llama kind: embedding, output head unless tied, and per block
   * four attention products, three of the gated feed-forward part and two norms. Biases are counted
   * where Qwen2 has them, query and key norms where Qwen3 has them.
   *
   * @return nothing when the configuration lacks a dimension
   */
  static OptionalLong parameters(JsonNode config) {
    long hidden = config.path("hidden_size").asLong();
    long blocks = config.path("num_hidden_layers").asLong();
    long heads = config.path("num_attention_heads").asLong();
    long inter = config.path("intermediate_size").asLong();
    long vocabulary = config.path("vocab_size").asLong();
    if (hidden <= 0 || blocks <= 0 || heads <= 0 || inter <= 0 || vocabulary <= 0) {
      return OptionalLong.empty();
    }
    String type = config.path("model_type").asText();
    long kvHeads = config.path("num_key_value_heads").asLong(heads);
    long headDim = config.path("head_dim").asLong(hidden / heads);
    long query = heads * headDim;
    long keys = kvHeads * headDim;
    long block = 2 * hidden * query + 2 * hidden * keys + 3 * hidden * inter + 2 * hidden;
    if (type.equals("qwen2")) {
      block += query + 2 * keys;
    } else if (type.equals("qwen3")) {
      block += 2 * headDim;
    }
    long tables = config.path("tie_word_embeddings").asBoolean(false) ? 1 : 2;
    return OptionalLong.of(tables * vocabulary * hidden + blocks * block + hidden);
  }
}
