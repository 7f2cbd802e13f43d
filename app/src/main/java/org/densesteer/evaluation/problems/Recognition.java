package org.densesteer.evaluation.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a problem file was understood.
 *
 * @param format the kind of file
 * @param mapping which field is what
 * @param fields the fields of its first line, for a person who wants another mapping
 */
public record Recognition(ProblemFormat format, FieldMapping mapping, List<String> fields) {

  /** Freezes the list. */
  public Recognition {
    fields = List.copyOf(fields);
  }

  /** One sentence about it. */
  public String describe() {
    @Nullable String id = mapping.id();
    return "Read as %s: the question from “%s”, the answer from “%s”, %s."
        .formatted(
            format.label(),
            mapping.question(),
            mapping.answer(),
            id == null ? "numbered by line" : "named by “" + id + "”");
  }
}
