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
import java.util.function.UnaryOperator;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.SteeringVector;

/**
 * JSON for the eye and for other tools: {@code {"format": "densesteer-vector", "hidden_size": n,
 * "metadata": {…}, "directions": {"<layer>": [n numbers], …}}}, one layer to a line. Every number
 * is the shortest decimal that gives the same single-precision float again. Other objects and lists
 * of numbers are read where their names tell the layers.
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
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
      throw file.broken("it is no JSON object or list");
    }
    JsonContent content = new JsonContent(parser, file);
    Object root = content.read();
    if (parser.nextToken() != null) {
      throw file.broken("something follows its JSON");
    }
    if (root instanceof Map<?, ?> object && FORMAT.equals(object.get("format"))) {
      object.remove("format");
      object.remove("hidden_size");
    }
    return FoundVectorReader.read(
        this, file, options, root, content.metadata(), UnaryOperator.identity());
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
