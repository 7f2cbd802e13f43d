package org.densesteer.evaluation.problems;

import org.jspecify.annotations.Nullable;

/**
 * What a person said about how a problem file is read.
 *
 * @param mapping which field is what; null to recognise it
 * @param leaveOut whether problems whose answer no response can match are left out; otherwise they
 *     are a fault
 */
public record ProblemReading(@Nullable FieldMapping mapping, boolean leaveOut) {

  /** Nothing was said. */
  public static final ProblemReading AUTOMATIC = new ProblemReading(null, false);

  /** The same by named fields. */
  public ProblemReading by(FieldMapping named) {
    return new ProblemReading(named, leaveOut);
  }

  /** The same without the problems that cannot be matched. */
  public ProblemReading leavingOut() {
    return new ProblemReading(mapping, true);
  }
}
