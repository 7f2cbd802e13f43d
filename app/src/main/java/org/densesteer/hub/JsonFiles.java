package org.densesteer.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.densesteer.common.Json;

/** Reads small JSON files that others wrote. */
final class JsonFiles {

  /** Bytes of the largest file that is read. */
  static final long LARGEST = 64 << 20;

  private JsonFiles() {}

  /** The object in a file; nothing when it is absent, too large, or holds something else. */
  static Optional<JsonNode> object(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      JsonNode node = Json.LENIENT.readTree(Files.readAllBytes(file));
      return Optional.ofNullable(node).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
