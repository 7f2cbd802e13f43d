package org.densesteer.ui.settings;

import org.densesteer.common.FaultException;
import org.densesteer.evaluation.problems.FieldMapping;
import org.densesteer.evaluation.problems.ProblemReading;
import org.jspecify.annotations.Nullable;

/**
 * How a person had a problem file read.
 *
 * @param fields which field is what, as the command line takes it; null to recognise them
 * @param leaveOut whether problems whose answer no response can match are left out
 */
record SavedReading(@Nullable String fields, boolean leaveOut) {

  static SavedReading of(ProblemReading reading) {
    @Nullable FieldMapping mapping = reading.mapping();
    return new SavedReading(mapping == null ? null : mapping.text(), reading.leaveOut());
  }

  /** Fields that cannot be read are recognised anew. */
  ProblemReading toReading() {
    try {
      return new ProblemReading(fields == null ? null : FieldMapping.parse(fields), leaveOut);
    } catch (FaultException e) {
      return new ProblemReading(null, leaveOut);
    }
  }
}
