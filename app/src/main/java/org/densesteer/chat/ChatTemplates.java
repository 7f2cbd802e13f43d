package org.densesteer.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/** Finds the chat template of a checkpoint folder, where Hugging Face tools put it. */
public final class ChatTemplates {

  private static final String TEMPLATE_FILE = "chat_template.jinja";
  private static final String CONFIGURATION_FILE = "tokenizer_config.json";
  private static final String SPECIALS_FILE = "special_tokens_map.json";
  private static final String ENTRY = "chat_template";
  private static final long LARGEST_FILE = 64L << 20;

  private ChatTemplates() {}

  /**
   * The template of a checkpoint folder: {@code chat_template.jinja}, else the entry {@code
   * chat_template} of {@code tokenizer_config.json} (of several, the one named {@code default}).
   *
   * @throws FaultException when there is none, or it cannot be read
   */
  public static ChatTemplate load(Path checkpointFolder) {
    return find(checkpointFolder)
        .orElseThrow(
            () ->
                new FaultException(
                    Texts.of(
                        "The checkpoint %s has no chat template: neither %s nor an entry '%s' in %s.",
                        checkpointFolder, TEMPLATE_FILE, ENTRY, CONFIGURATION_FILE)));
  }

  /**
   * The same, empty when the checkpoint has none.
   *
   * @throws FaultException when it has one that cannot be read
   */
  public static Optional<ChatTemplate> find(Path checkpointFolder) {
    JsonNode configuration = json(checkpointFolder.resolve(CONFIGURATION_FILE));
    Path file = checkpointFolder.resolve(TEMPLATE_FILE);
    @Nullable String source =
        Files.isRegularFile(file) ? read(file) : source(configuration.path(ENTRY));
    if (source == null) {
      return Optional.empty();
    }
    Map<String, String> specials = new TreeMap<>();
    addSpecials(json(checkpointFolder.resolve(SPECIALS_FILE)), specials);
    addSpecials(configuration, specials);
    String name = "The chat template of " + checkpointFolder;
    return Optional.of(ChatTemplate.parse(name, source, specials));
  }

  private static @Nullable String source(JsonNode entry) {
    if (entry.isTextual()) {
      return entry.textValue();
    }
    for (JsonNode named : entry) {
      if (named.path("name").asText().equals("default") && named.path("template").isTextual()) {
        return named.path("template").textValue();
      }
    }
    return null;
  }

  /** Entries such as {@code "eos_token": "…"} or {@code "eos_token": {"content": "…"}}. */
  private static void addSpecials(JsonNode configuration, Map<String, String> specials) {
    configuration
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              JsonNode text = value.isObject() ? value.path("content") : value;
              if (entry.getKey().endsWith("_token") && text.isTextual()) {
                specials.put(entry.getKey(), text.textValue());
              }
            });
  }

  /** The content of a JSON file; an empty object when there is no such file. */
  private static JsonNode json(Path file) {
    return Files.isRegularFile(file) ? Json.read(file, LARGEST_FILE) : Json.object();
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new FaultException(
            Texts.of(
                "%s is larger than %d MB and cannot be a tokenizer's file.",
                file, LARGEST_FILE >> 20));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new FaultException("Cannot read " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }
}
