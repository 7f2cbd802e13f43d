package org.densesteer.model;

import static org.densesteer.model.TokenizerSchema.wrong;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The model of a {@code tokenizer.json}: its vocabulary and merges. They are long, so they are
 * looked at as they pass, and nothing of them is kept.
 */
final class TokenizerModelSchema {

  private static final List<String> TYPES = List.of("BPE", "Unigram", "WordPiece", "WordLevel");
  private static final Set<String> FLAGS = Set.of("fuse_unk", "byte_fallback", "ignore_merges");
  private static final Set<String> TEXTS =
      Set.of("continuing_subword_prefix", "end_of_word_suffix");
  private static final long MOST_IDS = 0xffffffffL;

  private final JsonParser parser;
  private @Nullable String prefix;
  private long vocabulary;
  private long shortest = Long.MAX_VALUE;
  private long unknown = -1;

  private TokenizerModelSchema(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Looks at the model that the parser stands at the beginning of, and leaves it at its end.
   *
   * @throws FaultException saying what is wrong, to follow the file's name
   */
  static void check(JsonParser parser) throws IOException {
    new TokenizerModelSchema(parser).check();
  }

  private void check() throws IOException {
    require(parser.currentToken() == JsonToken.START_OBJECT, "model", "is no object");
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      String place = "model." + name;
      if (name.equals("type")) {
        require(
            value == JsonToken.VALUE_STRING && TYPES.contains(parser.getText()),
            "model",
            "has the unknown type “" + parser.getText() + "”");
      } else if (name.equals("vocab")) {
        checkVocabulary(value);
      } else if (name.equals("merges")) {
        checkMerges(value);
      } else if (name.equals("unk_id") && value != JsonToken.VALUE_NULL) {
        requireCount(place);
        unknown = parser.getLongValue();
      } else if (FLAGS.contains(name)) {
        require(
            value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE,
            place,
            "is neither true nor false");
      } else if (TEXTS.contains(name) && value != JsonToken.VALUE_NULL) {
        require(value == JsonToken.VALUE_STRING, place, "is no text");
        prefix = name.startsWith("continuing") ? parser.getText() : prefix;
      } else {
        parser.skipChildren();
      }
    }
    require(unknown < Math.max(vocabulary, 1), "model.unk_id", "is beyond the vocabulary");
    // The library cuts as many bytes off a merge's second token as the prefix has letters, and ends
    // the process where the token has not so many or a letter would be cut through.
    require(
        prefix == null || prefix.codePointCount(0, prefix.length()) <= shortest,
        "model.merges",
        "has a token off which the prefix that all such tokens have cannot be cut");
  }

  private void checkVocabulary(JsonToken begin) throws IOException {
    if (begin == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        vocabulary++;
        String token = parser.currentName();
        parser.nextToken();
        requireCount("model.vocab." + token);
      }
      return;
    }
    require(begin == JsonToken.START_ARRAY, "model.vocab", "is neither an object nor a list");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String place = "model.vocab." + vocabulary++;
      require(
          parser.currentToken() == JsonToken.START_ARRAY
              && parser.nextToken() == JsonToken.VALUE_STRING
              && parser.nextToken().isNumeric()
              && parser.nextToken() == JsonToken.END_ARRAY,
          place,
          "is no pair of a token and its score");
    }
  }

  private void checkMerges(JsonToken begin) throws IOException {
    require(begin == JsonToken.START_ARRAY, "model.merges", "is no list");
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      String place = "model.merges." + i;
      String second = merge(place);
      shortest = Math.min(shortest, second.chars().takeWhile(c -> c < 0x80).count());
      require(
          prefix == null || second.startsWith(prefix) || second.startsWith("#version"),
          place,
          "lacks the prefix that the second of two tokens has");
    }
  }

  /** The second of two tokens that are merged; a comment has none that is too short. */
  private String merge(String place) throws IOException {
    String flaw = "is no pair of tokens";
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      String text = parser.getText();
      int space = text.indexOf(' ');
      boolean comment = text.startsWith("#version");
      require(comment || (space >= 0 && space == text.lastIndexOf(' ')), place, flaw);
      return comment ? text : text.substring(space + 1);
    }
    require(
        parser.currentToken() == JsonToken.START_ARRAY
            && parser.nextToken() == JsonToken.VALUE_STRING
            && parser.nextToken() == JsonToken.VALUE_STRING,
        place,
        flaw);
    String second = parser.getText();
    require(parser.nextToken() == JsonToken.END_ARRAY, place, flaw);
    return second;
  }

  private void requireCount(String place) throws IOException {
    require(
        parser.currentToken() == JsonToken.VALUE_NUMBER_INT
            && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
            && parser.getLongValue() >= 0
            && parser.getLongValue() <= MOST_IDS,
        place,
        "is no id");
  }

  private void require(boolean right, String place, String flaw) {
    if (!right) {
      throw wrong(place, flaw + Texts.of(" (line %d)", parser.currentLocation().getLineNr()));
    }
  }
}
