package org.densesteer.evaluation.problems;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/** A problem file none of whose fields is known to hold a question and an answer: ask for them. */
public final class UnknownFieldsException extends FaultException {

  private static final long serialVersionUID = 1;

  private final transient JsonNode first;

  UnknownFieldsException(String place, JsonNode first) {
    super(
        Texts.of(
            "%s has the fields %s, none of which is known to hold a question and an answer; name them.",
            place, FieldPath.all(first)));
    this.first = first;
  }

  /** Paths to the fields of its first record, such as {@code doc.question}. */
  public List<String> fields() {
    return FieldPath.all(first);
  }

  /** What stands under a path in the first record, as text; empty when nothing does. */
  public String example(String path) {
    return FieldPath.find(first, path)
        .map(node -> node.isValueNode() ? node.asText() : node.toString())
        .orElse("");
  }
}
