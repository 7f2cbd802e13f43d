package org.densesteer.steering.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.VectorMetadata;

/** Metadata as a flat JSON object of strings. */
final class MetadataJson {

  private static final String CUT_OFF = "Unexpected end-of-input";

  /** Reads JSON of strangers: shallow. Who reads names checks for those that come twice. */
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxNumberLength(100)
                          .maxStringLength(1 << 20)
                          .build())
                  .build())
          .build();

  private static final int LONGEST_REASON = 150;
  private static final int MAX_ENTRIES = 10_000;

  private MetadataJson() {}

  /** One line of JSON. */
  static String write(VectorMetadata metadata) {
    try {
      return MAPPER.writeValueAsString(metadata.entries());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings can always be written", e);
    }
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
      if (entries.put(key, parser.getText()) != null) {
        throw file.broken("its metadata has the entry " + FileBytes.quote(key) + " twice");
      }
    }
    return new VectorMetadata(entries);
  }

  /** The complaint about text that is no JSON. */
  static org.densesteer.common.FaultException notJson(FileBytes file, IOException e) {
    String why =
        e instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : String.valueOf(e.getMessage());
    if (why.startsWith(CUT_OFF)) {
      // The parser's own words for it go on about its settings.
      return file.broken("its JSON stops in the middle, as when the file was cut off");
    }
    String where =
        e instanceof JsonProcessingException json && json.getLocation() != null
            ? " at line " + json.getLocation().getLineNr()
            : "";
    return file.broken(
        "it is not well-formed JSON%s (%s)"
            .formatted(where, FileBytes.printable(why, LONGEST_REASON)));
  }
}
