package org.densesteer.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A {@link KeptFile} that holds one JSON object, whose field {@code version}, a whole number, says
 * which version's form it has; without the field it is the first.
 *
 * @param type what the object stands for
 * @param version the latest form that is understood
 * @param writer {@link Json#PRETTY} or {@link Json#COMPACT}
 */
public record KeptJson<T>(Class<T> type, int version, ObjectWriter writer)
    implements KeptFile.Format<T> {

  @Override
  public T read(byte[] content) throws IOException {
    JsonNode object = Json.LENIENT.readTree(content);
    if (!object.isObject()) {
      throw new IOException("it holds no JSON object");
    }
    if (object.path("version").asLong(1) > version) {
      throw new KeptFile.LeftException("come from a newer version of the workbench");
    }
    return Json.LENIENT.treeToValue(object, type);
  }

  @Override
  public void write(T content, Path temporary) throws IOException {
    Files.write(temporary, Texts.whole(Json.text(writer, content)).getBytes(UTF_8));
  }
}
