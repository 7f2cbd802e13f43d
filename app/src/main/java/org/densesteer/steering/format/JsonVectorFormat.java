package org.densesteer.steering.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.ByteBufferBackedInputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/**
 * JSON for the eye and for other tools: {@code {"format": "densesteer-vector", "hidden_size": n,
 * "metadata": {…}, "directions": {"<layer>": [n numbers], …}}}, one layer to a line. Every number
 * is the shortest decimal that gives the same single-precision float again.
 */
public final class JsonVectorFormat implements VectorFormat {

  private static final String FORMAT = "densesteer-vector";

  @Override
  public String id() {
    return "json";
  }

  @Override
  public String displayName() {
    return "JSON";
  }

  @Override
  public List<String> endings() {
    return List.of(".json");
  }

  @Override
  public boolean keepsMetadata() {
    return true;
  }

  @Override
  public VectorRead read(FileBytes bytes, ReadOptions options) {
    FileBytes file = bytes.as(displayName());
    try (JsonParser parser =
        MetadataJson.MAPPER.createParser(
            new ByteBufferBackedInputStream(file.content().duplicate()))) {
      return read(parser, file, options);
    } catch (IOException e) {
      throw MetadataJson.notJson(file, e);
    }
  }

  private VectorRead read(JsonParser parser, FileBytes file, ReadOptions options)
      throws IOException {
    DirectionCollector collector = new DirectionCollector(this, file);
    VectorMetadata metadata = VectorMetadata.EMPTY;
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw file.broken("it is no JSON object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "metadata" -> metadata = MetadataJson.read(parser, file);
        case "directions" -> readDirections(parser, file, collector);
        case "format" -> requireFormat(parser.getText(), file);
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw file.broken("something follows the JSON object");
    }
    return collector.build(options.name(), metadata);
  }

  private static void requireFormat(String format, FileBytes file) {
    if (!format.equals(FORMAT)) {
      throw file.refused(
          Texts.of("its format is %s where '%s' is expected", FileBytes.quote(format), FORMAT));
    }
  }

  private static void readDirections(
      JsonParser parser, FileBytes file, DirectionCollector collector) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw file.broken("its directions are no object of layers");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int layer = DirectionNames.layer("direction." + key);
      if (layer < 0) {
        throw file.refused("it names a layer " + FileBytes.quote(key) + ", which is no number");
      }
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw file.broken("layer " + layer + " is no list of numbers");
      }
      collector.add(layer, "float32", readNumbers(parser, file, layer));
    }
  }

  private static float[] readNumbers(JsonParser parser, FileBytes file, int layer)
      throws IOException {
    float[] values = new float[64];
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null || !parser.currentToken().isNumeric()) {
        throw file.broken(Texts.of("value %d of layer %d is no number", count, layer));
      }
      if (count == DirectionCollector.MAX_WIDTH) {
        throw file.refused(Texts.of("layer %d has more than %d values", layer, count));
      }
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      // Through the text, because a detour over double could round twice.
      values[count++] = Float.parseFloat(parser.getText());
    }
    return Arrays.copyOf(values, count);
  }

  @Override
  public void write(SteeringVector vector, WriteOptions options, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("{\n  \"format\": \"" + FORMAT + "\",\n");
      out.write("  \"hidden_size\": " + vector.hiddenSize() + ",\n");
      out.write("  \"metadata\": " + MetadataJson.write(vector.metadata()) + ",\n");
      out.write("  \"directions\": {");
      String separator = "\n";
      for (Map.Entry<Integer, float[]> entry : vector.directions().entrySet()) {
        out.write(separator + "    \"" + entry.getKey() + "\": ");
        out.write(Arrays.toString(entry.getValue()));
        separator = ",\n";
      }
      out.write("\n  }\n}\n");
    }
  }
}
