package org.densesteer.evaluation.problems;

import java.util.List;

/**
 * How a problem file was understood.
 *
 * @param format the kind of file
 * @param mapping which field is what
 * @param fields paths to the fields of its first record, for a person who wants another mapping
 */
public record Recognition(ProblemFormat format, FieldMapping mapping, List<String> fields) {

  /** Freezes the list. */
  public Recognition {
    fields = List.copyOf(fields);
  }
}
