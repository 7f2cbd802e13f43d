package org.densesteer.evaluation.problems;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.JsonFlaw;
import org.densesteer.common.TextFiles;
import org.densesteer.common.Texts;

/** Reads the objects of a JSON file, whether one stands on each line or they are a list. */
final class JsonRecords {

  /** Logs of samples nest deeper than what the workbench writes. */
  private static final JsonMapper JSON =
      Json.strict(StreamReadConstraints.builder().maxNestingDepth(200).build());

  private static final ObjectReader WHOLE =
      JSON.readerFor(JsonNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final ObjectReader ONE_OF_SEVERAL =
      WHOLE.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final List<String> LISTS =
      List.of("data", "rows", "problems", "examples", "questions", "items", "instances", "test");

  private final String source;
  private final RecordSink sink;
  private int number;

  private JsonRecords(String source, RecordSink sink) {
    this.source = source;
    this.sink = sink;
  }

  /**
   * Reads one object a line; blank lines are skipped.
   *
   * @param source what to call the file in sentences
   */
  static void ofLines(String source, Reader reader, RecordSink sink) throws IOException {
    new JsonRecords(source, sink).lines(reader);
  }

  /** Reads a list of objects, or objects one after the other, over any number of lines. */
  static void ofValues(String source, Reader reader, RecordSink sink) throws IOException {
    new JsonRecords(source, sink).values(reader);
  }

  private void lines(Reader reader) throws IOException {
    try {
      BufferedReader lines = TextFiles.withoutMark(reader);
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        if (!text.isBlank()) {
          line(text);
        }
      }
    } catch (CharacterCodingException e) {
      throw new FaultException(
          Texts.of("%s is not UTF-8 text somewhere after line %d.", source, number), e);
    }
  }

  private void line(String text) {
    String place = Texts.of("Line %d of %s", number, source);
    JsonNode node;
    try {
      node = WHOLE.readTree(text);
    } catch (JsonProcessingException e) {
      throw new FaultException(place + " " + JsonFlaw.ofLine(e) + ".", e);
    }
    if (!node.isObject()) {
      throw new FaultException(place + " is not a JSON object; one object per line is expected.");
    }
    JsonNode list = list(node);
    if (list.isArray()) {
      number--; // the line is no problem itself
      list.forEach(this::entry);
    } else {
      sink.accept(node, number, "line " + number);
    }
  }

  private void values(Reader reader) throws IOException {
    try (JsonParser parser = JSON.createParser(TextFiles.withoutMark(reader))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
          JsonNode node = ONE_OF_SEVERAL.readValue(parser);
          JsonNode list = list(node);
          if (list.isArray()) {
            list.forEach(this::entry);
          } else {
            entry(node);
          }
        }
      }
    } catch (CharacterCodingException e) {
      throw new FaultException(
          Texts.of("%s is not UTF-8 text somewhere after its problem %d.", source, number), e);
    } catch (JsonProcessingException e) {
      throw new FaultException(source + " " + JsonFlaw.of(e) + ".", e);
    }
  }

  private void entry(JsonNode node) {
    number++;
    if (!node.isObject()) {
      throw new FaultException(Texts.of("Problem %d of %s is not a JSON object.", number, source));
    }
    sink.accept(node, number, "problem " + number);
  }

  /** The list of objects that an object is there for; missing where it is a record itself. */
  private static JsonNode list(JsonNode object) {
    for (String name : LISTS) {
      JsonNode list = object.path(name);
      if (list.isArray() && list.size() > 0 && list.get(0).isObject()) {
        return list;
      }
    }
    return object.path("");
  }
}
