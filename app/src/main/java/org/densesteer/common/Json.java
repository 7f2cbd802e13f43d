package org.densesteer.common;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The ways in which JSON is read and written; what is wrong with a text, says {@link JsonFlaw}. */
public final class Json {

  /** No JSON that the workbench reads comes near; deeper is refused before it fills the stack. */
  private static final int DEEPEST = 64;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();

  /**
   * Reads what must be exactly as expected: no name twice in an object, no property that a class
   * lacks, nothing behind the value.
   */
  public static final JsonMapper STRICT = strict(LIMITS);

  /**
   * Reads what others wrote: properties that a class lacks are skipped, of a name that comes twice
   * the last counts, and NaN and Infinity are numbers, as Python writes them. Nothing may follow
   * the value.
   */
  public static final JsonMapper LENIENT =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * Strict, with record components in snake case; figures that do not exist (NaN, infinite) are
   * written as null, since JSON has none.
   */
  public static final JsonMapper SNAKE_CASE =
      STRICT
          .rebuild()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .addModule(FiniteFigures.module())
          .build();

  /** Writes on one line. */
  public static final ObjectWriter COMPACT = LENIENT.writer();

  /** Writes with a line for each field. */
  public static final ObjectWriter PRETTY = LENIENT.writer(SerializationFeature.INDENT_OUTPUT);

  private Json() {}

  /** Like {@link #STRICT}, within other limits. */
  public static JsonMapper strict(StreamReadConstraints limits) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  /**
   * A value of the workbench's own as text, written by {@link #COMPACT}, {@link #PRETTY} or alike.
   */
  public static String text(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What the workbench makes can always be written.", e);
    }
  }

  /** An empty object, to be filled and written. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * The object in a file that others wrote.
   *
   * @param most bytes that such a file can have
   * @throws FaultException when the file cannot be read, is larger, or holds anything else
   */
  public static JsonNode read(Path file, long most) {
    try {
      if (Files.size(file) > most) {
        throw new FaultException(
            Texts.of(
                "The file %s is larger than the %s MB that such a file can have.",
                file, Long.toString(most >> 20)));
      }
      JsonNode node = LENIENT.readTree(Files.readAllBytes(file));
      if (!node.isObject()) {
        throw new FaultException("The file " + file + " is not a JSON object.");
      }
      return node;
    } catch (IOException e) {
      throw JsonFlaw.in(file, e);
    }
  }
}
