package org.densesteer.steering.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.content.NumberArray;
import org.densesteer.steering.content.Unread;

/**
 * Reads JSON as dictionaries, lists, single values and, where a list begins with a number, arrays
 * of numbers, which take no more memory than their values.
 */
final class JsonContent {

  private static final String METADATA = "metadata";
  private static final int MOST_VALUES = 500_000;

  private final JsonParser parser;
  private final FileBytes file;
  private final Map<String, String> metadata = new TreeMap<>();
  private int values;

  JsonContent(JsonParser parser, FileBytes file) {
    this.parser = parser;
    this.file = file;
  }

  /** What an object {@code metadata} at the top says, as text. */
  Map<String, String> metadata() {
    return metadata;
  }

  /** Reads the value at which the parser stands. */
  Object read() throws IOException {
    return value("");
  }

  private Object value(String name) throws IOException {
    if (++values > MOST_VALUES) {
      throw file.refused("it holds more than " + MOST_VALUES + " values outside lists of numbers");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(name);
      case START_ARRAY -> list(name);
      case VALUE_NUMBER_INT -> whole();
      case VALUE_NUMBER_FLOAT -> Double.parseDouble(parser.getText());
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NULL -> Unread.NONE;
      default -> parser.getText();
    };
  }

  private Object whole() throws IOException {
    return parser.getText().length() <= 18
        ? (Object) parser.getLongValue()
        : Double.valueOf(parser.getText());
  }

  private Map<String, Object> object(String name) throws IOException {
    Map<String, Object> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals(METADATA) && token.isScalarValue()) {
        metadata.put(key, parser.getText());
      } else {
        entries.put(key, value(name.isEmpty() ? key : name + "." + key));
      }
    }
    return entries;
  }

  private Object list(String name) throws IOException {
    JsonToken first = parser.nextToken();
    if (first != null && first.isNumeric()) {
      return NumberArray.of("float32", numbers(name));
    }
    List<Object> items = new ArrayList<>();
    for (JsonToken token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      items.add(value(name + "[" + items.size() + "]"));
    }
    return items;
  }

  private float[] numbers(String name) throws IOException {
    float[] numbers = new float[64];
    int count = 0;
    for (JsonToken token = parser.currentToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == null || !token.isNumeric()) {
        throw file.refused(Texts.of("value %d of %s is no number", count, place(name)));
      }
      if (count == DirectionCollector.MAX_WIDTH) {
        throw file.refused(Texts.of("%s has more than %d values", place(name), count));
      }
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      // Through the text, because a detour over double could round twice.
      numbers[count++] = Float.parseFloat(parser.getText());
    }
    return Arrays.copyOf(numbers, count);
  }

  private static String place(String name) {
    return name.isEmpty() ? "its list" : FileBytes.quote(name);
  }
}
