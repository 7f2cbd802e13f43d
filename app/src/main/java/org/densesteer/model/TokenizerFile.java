package org.densesteer.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.densesteer.chat.TokenizerConfig;
import org.densesteer.common.Json;
import org.densesteer.common.JsonFlaw;

/** The text of a checkpoint's {@code tokenizer.json}, with the tokens that stand elsewhere. */
final class TokenizerFile {

  private static final ObjectReader PART =
      Json.LENIENT.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private TokenizerFile() {}

  /**
   * Reads it.
   *
   * @return what the tokenizers library is to be given
   * @throws org.densesteer.common.FaultException when it cannot be read, or is no JSON object
   */
  static byte[] read(Path file) {
    try {
      byte[] text = Files.readAllBytes(file);
      Set<String> has = addedTokens(text);
      Map<String, ObjectNode> wanted =
          AddedTokens.of(TokenizerConfig.read(file.toAbsolutePath().getParent()));
      wanted.keySet().removeAll(has);
      if (wanted.isEmpty()) {
        return text;
      }
      ObjectNode whole = (ObjectNode) Json.LENIENT.readTree(text);
      AddedTokens.addTo(whole, wanted.values());
      return Json.text(Json.COMPACT, whole).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw JsonFlaw.in(file, e);
    }
  }

  /**
   * Texts of the tokens that the file itself adds; reads all of it, and keeps no more than that.
   */
  private static Set<String> addedTokens(byte[] text) throws IOException {
    Set<String> texts = new HashSet<>();
    try (JsonParser parser = Json.LENIENT.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is not a JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean added = parser.currentName().equals("added_tokens");
        parser.nextToken();
        if (added) {
          JsonNode tokens = PART.readTree(parser);
          tokens.forEach(token -> texts.add(token.path("content").asText()));
        } else {
          parser.skipChildren();
        }
      }
    }
    return texts;
  }
}
