package org.densesteer.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The variables such as {@code bos_token} that transformers 5 gives a template: what {@link
 * TokenizerConfig} says, and what the tokenizer's class has where that says nothing.
 */
final class SpecialTokens {

  private static final String LIKE_GPT2 = "<|endoftext|>";

  /** By the class's name without {@code Fast}. A token of null in a file is no token. */
  private static final Map<String, Map<String, String>> OF_CLASS =
      Map.of(
          "LlamaTokenizer",
          Map.of("bos_token", "<s>", "eos_token", "</s>", "unk_token", "<unk>"),
          "Qwen2Tokenizer",
          Map.of("eos_token", LIKE_GPT2, "pad_token", LIKE_GPT2, "unk_token", LIKE_GPT2),
          "GPT2Tokenizer",
          Map.of("bos_token", LIKE_GPT2, "eos_token", LIKE_GPT2, "unk_token", LIKE_GPT2));

  private SpecialTokens() {}

  /**
   * Names to tokens.
   *
   * @param tokenizer as {@link TokenizerConfig} reads it
   * @param model {@code config.json}
   */
  static Map<String, String> of(JsonNode tokenizer, JsonNode model) {
    Map<String, String> tokens =
        new TreeMap<>(OF_CLASS.getOrDefault(className(tokenizer, model), Map.of()));
    add(tokenizer, tokens);
    JsonNode more = tokenizer.path("extra_special_tokens");
    if (more.isObject()) {
      add(more, tokens);
    }
    return tokens;
  }

  /** The class that transformers takes: for some families whatever the file names. */
  private static String className(JsonNode tokenizer, JsonNode model) {
    String type = model.path("model_type").asText();
    String named = tokenizer.path("tokenizer_class").asText().replaceFirst("Fast$", "");
    if (type.equals("qwen2") || type.equals("qwen3") && named.isEmpty()) {
      return "Qwen2Tokenizer";
    }
    return List.of("mistral", "phi3", "olmo2").contains(type) ? "" : named;
  }

  /** Entries such as {@code "eos_token": "…"} or {@code "eos_token": {"content": "…"}}. */
  private static void add(JsonNode source, Map<String, String> tokens) {
    source
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              JsonNode text = value.isObject() ? value.path("content") : value;
              if (entry.getKey().endsWith("_token") && text.isTextual()) {
                tokens.put(entry.getKey(), text.textValue());
              } else if (value.isNull()) {
                tokens.remove(entry.getKey());
              }
            });
  }
}
