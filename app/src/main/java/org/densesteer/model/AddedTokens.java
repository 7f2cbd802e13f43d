package org.densesteer.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.densesteer.chat.TokenizerConfig;

/**
 * Tokens that stand as a whole in a text. Some checkpoints name them beside {@code tokenizer.json}
 * only; transformers 5.18 adds those to the tokenizer as it loads it, in this order: {@code
 * added_tokens_decoder} by id, then the named ones, which are special.
 */
final class AddedTokens {

  private static final List<String> LISTS =
      List.of("additional_special_tokens", "extra_special_tokens");

  private AddedTokens() {}

  /**
   * What a configuration says of added tokens, by their text.
   *
   * @param config as {@link TokenizerConfig} reads it
   */
  static Map<String, ObjectNode> of(JsonNode config) {
    Map<String, ObjectNode> tokens = new LinkedHashMap<>();
    Map<Integer, JsonNode> byId = new TreeMap<>();
    config
        .path("added_tokens_decoder")
        .properties()
        .forEach(entry -> number(entry.getKey()).ifPresent(id -> byId.put(id, entry.getValue())));
    byId.values().forEach(token -> add(tokens, token, token.path("special").asBoolean(false)));
    TokenizerConfig.NAMES.forEach(name -> add(tokens, config.path(name), true));
    // A list of tokens, or an object whose values they are.
    LISTS.forEach(list -> config.path(list).forEach(token -> add(tokens, token, true)));
    return tokens;
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static void add(Map<String, ObjectNode> tokens, JsonNode token, boolean special) {
    String text = TokenizerConfig.text(token);
    if (text.isEmpty()) {
      return;
    }
    ObjectNode before = tokens.get(text);
    if (before != null) {
      before.put("special", special || before.path("special").asBoolean());
      return;
    }
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("content", text);
    for (String flag : List.of("single_word", "lstrip", "rstrip")) {
      entry.put(flag, token.path(flag).asBoolean(false));
    }
    entry.put("normalized", token.path("normalized").asBoolean(false));
    entry.put("special", special);
    tokens.put(text, entry);
  }

  /**
   * Puts tokens that a {@code tokenizer.json} lacks behind those that it has: under their id where
   * the vocabulary knows them, else under a new one.
   *
   * @param file the content of {@code tokenizer.json}, which is changed
   */
  static void addTo(ObjectNode file, Iterable<ObjectNode> missing) {
    ArrayNode added = file.withArray("added_tokens");
    Map<String, Integer> vocabulary = vocabulary(file.path("model").path("vocab"));
    int next = 0;
    for (int id : vocabulary.values()) {
      next = Math.max(next, id + 1);
    }
    for (JsonNode token : added) {
      next = Math.max(next, token.path("id").asInt() + 1);
    }
    for (ObjectNode token : missing) {
      Integer known = vocabulary.get(token.path("content").asText());
      added.add(token.put("id", known == null ? next++ : known));
    }
  }

  private static Map<String, Integer> vocabulary(JsonNode vocabulary) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    if (vocabulary.isArray()) {
      vocabulary.forEach(entry -> ids.putIfAbsent(entry.path(0).asText(), ids.size()));
    } else {
      vocabulary.properties().forEach(e -> ids.put(e.getKey(), e.getValue().asInt()));
    }
    return ids;
  }
}
