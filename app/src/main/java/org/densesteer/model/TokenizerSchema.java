package org.densesteer.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * What the parts of a {@code tokenizer.json} around its model may hold, as tokenizers 0.21 reads
 * them: the native library ends the process over some damaged ones, so they are looked at first. A
 * part that says no type is an old one, of which only the library knows what it is.
 */
final class TokenizerSchema {

  /** Characters of a pattern; published ones have some hundred. */
  private static final int LONGEST_PATTERN = 20_000;

  /**
   * For each part and type its fields with what they hold; behind {@code *} stands a list of parts
   * of the same kind. A question mark allows null.
   */
  private static final Map<String, Map<String, Map<String, String>>> PARTS =
      parsed(
          """
          normalizer BertNormalizer clean_text:flag handle_chinese_chars:flag strip_accents:flag? lowercase:flag
          normalizer Strip strip_left:flag strip_right:flag
          normalizer StripAccents
          normalizer NFC
          normalizer NFD
          normalizer NFKC
          normalizer NFKD
          normalizer Lowercase
          normalizer Nmt
          normalizer Precompiled precompiled_charsmap:charsmap?
          normalizer Replace pattern:pattern content:text
          normalizer Prepend prepend:text
          normalizer ByteLevel
          normalizer Sequence normalizers:*
          pre_tokenizer BertPreTokenizer
          pre_tokenizer ByteLevel add_prefix_space:flag trim_offsets:flag use_regex:flag
          pre_tokenizer CharDelimiterSplit delimiter:letter
          pre_tokenizer Metaspace replacement:letter prepend_scheme:text add_prefix_space:flag split:flag str_rep:text
          pre_tokenizer Whitespace
          pre_tokenizer WhitespaceSplit
          pre_tokenizer Split pattern:pattern behavior:text invert:flag
          pre_tokenizer Punctuation behavior:text
          pre_tokenizer Digits individual_digits:flag
          pre_tokenizer UnicodeScripts
          pre_tokenizer Sequence pretokenizers:*
          post_processor RobertaProcessing sep:token cls:token trim_offsets:flag add_prefix_space:flag
          post_processor BertProcessing sep:token cls:token
          post_processor ByteLevel add_prefix_space:flag trim_offsets:flag use_regex:flag
          post_processor TemplateProcessing single:template pair:template special_tokens:specials
          post_processor Sequence processors:*
          decoder BPEDecoder suffix:text
          decoder ByteLevel add_prefix_space:flag trim_offsets:flag use_regex:flag
          decoder WordPiece prefix:text cleanup:flag
          decoder Metaspace replacement:letter prepend_scheme:text add_prefix_space:flag split:flag str_rep:text
          decoder CTC pad_token:text word_delimiter_token:text cleanup:flag
          decoder Replace pattern:pattern content:text
          decoder Fuse
          decoder Strip content:letter start:count stop:count
          decoder ByteFallback
          decoder Sequence decoders:*
          """);

  private TokenizerSchema() {}

  private static Map<String, Map<String, Map<String, String>>> parsed(String table) {
    Map<String, Map<String, Map<String, String>>> parts = new HashMap<>();
    for (String line : table.lines().toList()) {
      String[] words = line.split(" ");
      Map<String, String> fields = new HashMap<>();
      for (int i = 2; i < words.length; i++) {
        String[] field = words[i].split(":");
        fields.put(field[0], field[1]);
      }
      parts.computeIfAbsent(words[0], part -> new HashMap<>()).put(words[1], fields);
    }
    return Map.copyOf(parts);
  }

  /** Whether a field of the file is one of the parts. */
  static boolean describes(String part) {
    return PARTS.containsKey(part);
  }

  /**
   * Looks at one part.
   *
   * @param part its name in the file, such as {@code pre_tokenizer}
   * @throws FaultException saying what is wrong, to follow the file's name
   */
  static void check(String part, JsonNode node) {
    check(part, part, node);
  }

  private static void check(String part, String place, JsonNode node) {
    if (node.isNull()) {
      return;
    }
    require(node.isObject(), place, "is no object");
    JsonNode type = node.path("type");
    if (type.isMissingNode()) {
      return;
    }
    Map<String, String> fields = PARTS.getOrDefault(part, Map.of()).get(type.asText());
    if (fields == null) {
      throw wrong(place, "has the unknown type “" + type.asText() + "”");
    }
    fields.forEach(
        (name, kind) -> {
          JsonNode value = node.path(name);
          if (!value.isMissingNode() && !(kind.endsWith("?") && value.isNull())) {
            field(part, place + "." + name, kind.replace("?", ""), value);
          }
        });
    if (type.asText().equals("TemplateProcessing")) {
      checkTemplates(place, node);
    }
  }

  private static void field(String part, String place, String kind, JsonNode value) {
    switch (kind) {
      case "flag" -> require(value.isBoolean(), place, "is neither true nor false");
      case "count" -> require(isCount(value), place, "is no whole number from 0 on");
      case "text" -> require(value.isTextual(), place, "is no text");
      case "letter" ->
          require(
              value.isTextual() && value.asText().codePointCount(0, value.asText().length()) == 1,
              place,
              "is no single letter");
      case "pattern" -> checkPattern(place, value);
      case "charsmap" -> checkCharsMap(place, value);
      case "token" ->
          require(
              value.isArray()
                  && value.size() == 2
                  && value.path(0).isTextual()
                  && isCount(value.path(1)),
              place,
              "is no pair of a token and its id");
      case "specials" -> require(value.isObject(), place, "is no object");
      case "template" -> require(value.isArray() || value.isTextual(), place, "is no template");
      default -> {
        require(value.isArray(), place, "is no list");
        for (int i = 0; i < value.size(); i++) {
          require(!value.path(i).isNull(), place + "." + i, "is null");
          check(part, place + "." + i, value.path(i));
        }
      }
    }
  }

  private static void checkPattern(String place, JsonNode value) {
    JsonNode text = value.isTextual() ? value : value.path("Regex");
    if (text.isMissingNode()) {
      text = value.path("String");
    }
    require(text.isTextual(), place, "is neither a String nor a Regex");
    require(text.asText().length() <= LONGEST_PATTERN, place, "is far too long a pattern");
  }

  /** A table of SentencePiece: the size of its trie in bytes, the trie, and texts in UTF-8. */
  private static void checkCharsMap(String place, JsonNode value) {
    require(value.isTextual(), place, "is no text");
    try {
      ByteBuffer table =
          ByteBuffer.wrap(Base64.getDecoder().decode(value.asText()))
              .order(ByteOrder.LITTLE_ENDIAN);
      long trie = table.remaining() < 4 ? -1 : Integer.toUnsignedLong(table.getInt());
      require(trie > 0 && trie % 4 == 0 && trie <= table.remaining(), place, "is cut off");
      table.position(table.position() + (int) trie);
      StandardCharsets.UTF_8.newDecoder().decode(table);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw wrong(place, "is no table of letters");
    }
  }

  /** The library looks a template's special tokens up without asking whether they are there. */
  private static void checkTemplates(String place, JsonNode node) {
    JsonNode specials = node.path("special_tokens");
    specials
        .properties()
        .forEach(
            entry -> {
              JsonNode ids = entry.getValue().path("ids");
              JsonNode tokens = entry.getValue().path("tokens");
              boolean whole = ids.isArray() && tokens.isArray() && ids.size() == tokens.size();
              for (JsonNode id : ids) {
                whole &= isCount(id);
              }
              require(
                  whole,
                  place + ".special_tokens." + entry.getKey(),
                  "has no ids with a token each");
            });
    for (String name : new String[] {"single", "pair"}) {
      JsonNode template = node.path(name);
      for (int i = 0; template.isArray() && i < template.size(); i++) {
        JsonNode piece = template.path(i);
        JsonNode special = piece.path("SpecialToken");
        JsonNode what = special.isMissingNode() ? piece.path("Sequence") : special;
        String at = place + "." + name + "." + i;
        require(
            piece.size() == 1 && what.path("id").isTextual() && isCount(what.path("type_id")),
            at,
            "is no piece of a template");
        require(
            special.isMissingNode() || specials.has(special.path("id").asText()),
            at,
            "names a special token that the template lacks");
      }
    }
  }

  static boolean isCount(JsonNode value) {
    return value.isIntegralNumber()
        && value.canConvertToLong()
        && value.asLong() >= 0
        && value.asLong() <= 0xffffffffL;
  }

  static void require(boolean right, String place, String flaw) {
    if (!right) {
      throw wrong(place, flaw);
    }
  }

  static FaultException wrong(String place, String flaw) {
    return new FaultException(Texts.of("its %s %s", place, flaw));
  }
}
