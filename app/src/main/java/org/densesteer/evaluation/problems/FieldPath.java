package org.densesteer.evaluation.problems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names a value within a record: a field, {@code doc.question} for a field of a field, {@code
 * prompt.0.content} for an element of a list, counted from 0, and {@code Body+Question} for several
 * texts put together with a space. A field whose own name holds a point or a plus is found, too.
 */
final class FieldPath {

  private static final int DEEPEST = 4;
  private static final int MOST_LISTED = 40;

  private FieldPath() {}

  /** The value; empty when a part of the path is missing or null. */
  static Optional<JsonNode> find(JsonNode record, String path) {
    Optional<JsonNode> whole = present(record.get(path)).or(() -> descend(record, path));
    if (whole.isPresent() || path.indexOf('+') < 0) {
      return whole;
    }
    List<Optional<JsonNode>> parts =
        Stream.of(path.split("\\+")).map(part -> find(record, part.strip())).toList();
    return parts.stream().allMatch(part -> part.isPresent() && part.get().isTextual())
        ? Optional.of(TextNode.valueOf(joined(parts)))
        : Optional.empty();
  }

  private static String joined(List<Optional<JsonNode>> parts) {
    return parts.stream()
        .map(part -> part.orElseThrow().textValue().strip())
        .collect(Collectors.joining(" "));
  }

  /** Whether the value is there, even if it is null. */
  static boolean exists(JsonNode record, String path) {
    int last = path.lastIndexOf('.');
    return record.has(path)
        || last > 0
            && descend(record, path.substring(0, last))
                .map(n -> n.has(path.substring(last + 1)))
                .orElse(false);
  }

  private static Optional<JsonNode> descend(JsonNode record, String path) {
    JsonNode node = record;
    for (String step : path.split("\\.")) {
      boolean index = node.isArray() && step.matches("\\d{1,6}");
      JsonNode next = index ? node.get(Integer.parseInt(step)) : node.get(step);
      if (next == null) {
        return Optional.empty();
      }
      node = next;
    }
    return present(node);
  }

  private static Optional<JsonNode> present(@Nullable JsonNode node) {
    return Optional.ofNullable(node).filter(n -> !n.isNull() && !n.isMissingNode());
  }

  /** Paths to every text, number and list of them in a record, in its order; not endlessly many. */
  static List<String> all(JsonNode record) {
    List<String> paths = new ArrayList<>();
    collect(record, "", DEEPEST, paths);
    return paths.stream().limit(MOST_LISTED).toList();
  }

  private static void collect(JsonNode node, String path, int deeper, List<String> paths) {
    if (node.isObject() && deeper > 0) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        collect(field.getValue(), join(path, field.getKey()), deeper - 1, paths);
      }
    } else if (node.isArray() && deeper > 0 && node.size() > 0 && node.get(0).isContainerNode()) {
      collect(node.get(0), join(path, "0"), deeper - 1, paths);
    } else if (!path.isEmpty()) {
      paths.add(path);
    }
  }

  private static String join(String path, String step) {
    return path.isEmpty() ? step : path + "." + step;
  }
}
