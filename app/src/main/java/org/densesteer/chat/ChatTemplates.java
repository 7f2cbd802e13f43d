package org.densesteer.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/** Finds the chat template of a checkpoint folder, where Hugging Face tools put it. */
public final class ChatTemplates {

  private static final String TEMPLATE_FILE = "chat_template.jinja";
  private static final String FOLDER = "additional_chat_templates";
  private static final String ENDING = ".jinja";
  private static final String PROCESSOR_FILE = "chat_template.json";
  private static final String ENTRY = "chat_template";
  private static final long LARGEST_FILE = 64L << 20;

  private ChatTemplates() {}

  /**
   * The template of a checkpoint folder, see {@link #find}.
   *
   * @throws FaultException when there is none, or it cannot be read
   */
  public static ChatTemplate load(Path checkpointFolder) {
    return find(checkpointFolder)
        .orElseThrow(
            () ->
                new FaultException(
                    Texts.of(
                        "The checkpoint %s has no chat template (no %s, no “%s” in %s), so no question"
                            + " can be put to it; “generate --prompt” gives it a text as it is.",
                        checkpointFolder, TEMPLATE_FILE, ENTRY, TokenizerConfig.FILE)));
  }

  /**
   * The template of a checkpoint folder as transformers 5 chooses it: {@code chat_template.jinja}
   * with {@code additional_chat_templates/NAME.jinja} beside it; where there are none of these, the
   * entry {@code chat_template} of {@code tokenizer_config.json}, one template or several with
   * names; else, as processors do, that of {@code chat_template.json}. Of several, {@code tool_use}
   * is taken for a chat that is given tools, and {@code default} otherwise.
   *
   * @return empty when the checkpoint has none
   * @throws FaultException when it has one that cannot be read, or several without {@code default}
   */
  public static Optional<ChatTemplate> find(Path checkpointFolder) {
    JsonNode configuration = TokenizerConfig.read(checkpointFolder);
    Map<String, String> sources = files(checkpointFolder);
    if (sources.isEmpty()) {
      sources = entry(configuration.path(ENTRY));
    }
    if (sources.isEmpty()) {
      sources = entry(TokenizerConfig.json(checkpointFolder.resolve(PROCESSOR_FILE)).path(ENTRY));
    }
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> specials =
        SpecialTokens.of(
            configuration, TokenizerConfig.json(checkpointFolder.resolve("config.json")));
    String name = "The chat template of " + checkpointFolder;
    return Optional.of(ChatTemplate.parse(name, sources, specials));
  }

  private static Map<String, String> files(Path checkpointFolder) {
    Map<String, String> sources = new TreeMap<>();
    Path file = checkpointFolder.resolve(TEMPLATE_FILE);
    if (Files.isRegularFile(file)) {
      sources.put(ChatTemplate.DEFAULT, read(file));
    }
    Path folder = checkpointFolder.resolve(FOLDER);
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> more = Files.newDirectoryStream(folder, "*" + ENDING)) {
        for (Path one : more) {
          String name = String.valueOf(one.getFileName());
          sources.put(name.substring(0, name.length() - ENDING.length()), read(one));
        }
      } catch (IOException e) {
        throw new FaultException("Cannot read " + folder + ": " + AtomicFiles.reason(e) + ".", e);
      }
    }
    return sources;
  }

  /** One template, a list of {@code {"name": …, "template": …}}, or an object of names. */
  private static Map<String, String> entry(JsonNode entry) {
    Map<String, String> sources = new TreeMap<>();
    if (entry.isTextual()) {
      sources.put(ChatTemplate.DEFAULT, entry.textValue());
    } else if (entry.isObject()) {
      entry.properties().forEach(named -> add(named.getKey(), named.getValue(), sources));
    } else {
      entry.forEach(named -> add(named.path("name").asText(), named.path("template"), sources));
    }
    return sources;
  }

  private static void add(String name, JsonNode template, Map<String, String> sources) {
    if (template.isTextual()) {
      sources.put(name, template.textValue());
    }
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
