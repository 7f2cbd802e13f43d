package org.densesteer.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;

/**
 * What stands beside a checkpoint's {@code tokenizer.json}, put together as transformers 5.18 does
 * ({@code PreTrainedTokenizerBase._from_pretrained}): {@code tokenizer_config.json}; where that has
 * no {@code added_tokens_decoder}, the entries of {@code special_tokens_map.json} take the place of
 * its own, and {@code added_tokens.json} says which tokens were added.
 */
public final class TokenizerConfig {

  static final String FILE = "tokenizer_config.json";

  /** Tokens that every tokenizer may have, by their names. */
  public static final List<String> NAMES =
      List.of(
          "bos_token",
          "eos_token",
          "unk_token",
          "sep_token",
          "pad_token",
          "cls_token",
          "mask_token");

  private static final String MAP_FILE = "special_tokens_map.json";
  private static final String ADDED_FILE = "added_tokens.json";
  private static final String DECODER = "added_tokens_decoder";
  private static final String EXTRA = "extra_special_tokens";
  private static final String OLDER_EXTRA = "additional_special_tokens";
  private static final long LARGEST_FILE = 64L << 20;

  private TokenizerConfig() {}

  /**
   * Reads the files that are there.
   *
   * @return one object with the keys of {@code tokenizer_config.json}; empty where there is no file
   * @throws FaultException when one of them is no JSON object
   */
  public static JsonNode read(Path checkpointFolder) {
    ObjectNode values = json(checkpointFolder.resolve(FILE)).deepCopy();
    nameExtra(values);
    if (!values.has(DECODER)) {
      override(values, json(checkpointFolder.resolve(MAP_FILE)));
      nameExtra(values);
      ObjectNode added = json(checkpointFolder.resolve(ADDED_FILE));
      if (!added.isEmpty()) {
        values.set(DECODER, decoder(added, specials(values)));
      }
    }
    return values;
  }

  /** The content of a JSON file beside a tokenizer; an empty object when there is no such file. */
  static ObjectNode json(Path file) {
    return Files.isRegularFile(file) ? (ObjectNode) Json.read(file, LARGEST_FILE) : Json.object();
  }

  /** The text of an entry such as {@code "…"} or {@code {"content": "…"}}; empty for another. */
  public static String text(JsonNode token) {
    return token.isObject() ? token.path("content").asText("") : token.asText("");
  }

  /** The older name of the list counts only where there is none under the newer one. */
  private static void nameExtra(ObjectNode values) {
    JsonNode older = values.path(OLDER_EXTRA);
    if (older.isArray() && values.path(EXTRA).isEmpty()) {
      values.set(EXTRA, older);
    }
    if (older.isArray() && values.path(EXTRA).isArray()) {
      values.remove(OLDER_EXTRA);
    }
  }

  private static void override(ObjectNode values, ObjectNode map) {
    map.properties()
        .forEach(
            entry -> {
              JsonNode before = values.path(entry.getKey());
              boolean lists = before.isArray() && entry.getValue().isArray();
              values.set(
                  entry.getKey(),
                  lists && entry.getKey().equals(EXTRA)
                      ? both(before, entry.getValue())
                      : entry.getValue());
            });
  }

  private static ArrayNode both(JsonNode one, JsonNode other) {
    ArrayNode both = one.deepCopy();
    other.forEach(
        token -> {
          if (!contains(both, token)) {
            both.add(token);
          }
        });
    return both;
  }

  private static boolean contains(JsonNode tokens, JsonNode wanted) {
    for (JsonNode token : tokens) {
      if (text(token).equals(text(wanted))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> specials(JsonNode values) {
    Set<String> specials = new HashSet<>();
    NAMES.forEach(name -> specials.add(text(values.path(name))));
    values.path(OLDER_EXTRA).forEach(token -> specials.add(text(token)));
    values.path(EXTRA).forEach(token -> specials.add(text(token)));
    return specials;
  }

  private static ObjectNode decoder(ObjectNode added, Set<String> specials) {
    ObjectNode decoder = Json.object();
    added
        .properties()
        .forEach(
            entry -> {
              boolean special = specials.contains(entry.getKey());
              decoder
                  .putObject(entry.getValue().asText())
                  .put("content", entry.getKey())
                  .put("normalized", !special)
                  .put("special", special);
            });
    return decoder;
  }
}
