package org.densesteer.steering.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.JsonFlaw;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.VectorMetadata;

/** Metadata as a flat JSON object of strings. */
final class MetadataJson {

  /** Reads JSON of strangers: shallow, with no name twice in an object. */
  static final JsonMapper MAPPER =
      Json.strict(
          StreamReadConstraints.builder()
              .maxNestingDepth(16)
              .maxNumberLength(100)
              .maxStringLength(1 << 20)
              .build());

  private static final int MAX_ENTRIES = 10_000;

  private MetadataJson() {}

  /** One line of JSON. */
  static String write(VectorMetadata metadata) {
    return Json.text(Json.COMPACT, metadata.entries());
  }

  /** Reads what {@link #write} wrote; numbers and truth values of other writers become text. */
  static VectorMetadata read(String json, FileBytes file) {
    try (JsonParser parser = MAPPER.createParser(json)) {
      parser.nextToken();
      return read(parser, file);
    } catch (IOException e) {
      throw notJson(file, e);
    }
  }

  /** Reads the object at which the parser stands. */
  static VectorMetadata read(JsonParser parser, FileBytes file) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw file.broken("its metadata is no object of strings");
    }
    Map<String, String> entries = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      if (entries.size() == MAX_ENTRIES) {
        throw file.refused("its metadata has more than " + MAX_ENTRIES + " entries");
      }
      if (!parser.nextToken().isScalarValue()) {
        throw file.broken("its metadata entry " + FileBytes.quote(key) + " is no text");
      }
      entries.put(key, parser.getText());
    }
    return new VectorMetadata(entries);
  }

  /** The complaint about text that is no JSON, or more than is read. */
  static FaultException notJson(FileBytes file, IOException e) {
    if (e instanceof StreamConstraintsException limit) {
      return file.refused("it " + JsonFlaw.of(limit));
    }
    return file.broken(
        "it "
            + (e instanceof JsonProcessingException json
                ? JsonFlaw.of(json)
                : "cannot be read: " + AtomicFiles.reason(e)));
  }
}
