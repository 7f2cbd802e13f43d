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
import org.densesteer.common.FaultException;
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
   * @throws FaultException when it cannot be read, is no JSON object, or holds what the library
   *     would not survive
   */
  static byte[] read(Path file) {
    try {
      byte[] text = Files.readAllBytes(file);
      Set<String> has = checked(file, text);
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

  private static Set<String> checked(Path file, byte[] text) throws IOException {
    try {
      return addedTokens(text);
    } catch (FaultException flaw) {
      throw new FaultException(
          "The tokenizer " + file + " cannot be used: " + flaw.getMessage() + ".", flaw);
    }
  }

  /**
   * Looks at all of the file and keeps no more than the texts of the tokens that it adds.
   *
   * @throws FaultException saying what is wrong, to follow the file's name
   */
  static Set<String> addedTokens(byte[] text) throws IOException {
    Set<String> texts = new HashSet<>();
    boolean model = false;
    try (JsonParser parser = Json.LENIENT.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is not a JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("model")) {
          TokenizerModelSchema.check(parser);
          model = true;
        } else if (name.equals("added_tokens")) {
          addTo(texts, PART.readTree(parser));
        } else if (TokenizerSchema.describes(name)) {
          TokenizerSchema.check(name, PART.readTree(parser));
        } else {
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        throw new FaultException("it goes on after its end");
      }
    }
    if (!model) {
      throw new FaultException("it has no model");
    }
    return texts;
  }

  private static void addTo(Set<String> texts, JsonNode tokens) {
    TokenizerSchema.require(tokens.isArray() || tokens.isNull(), "added_tokens", "are no list");
    for (int i = 0; i < tokens.size(); i++) {
      JsonNode token = tokens.path(i);
      TokenizerSchema.require(
          token.path("content").isTextual() && TokenizerSchema.isCount(token.path("id")),
          "added_tokens." + i,
          "has no content or no id");
      texts.add(token.path("content").asText());
    }
  }
}
