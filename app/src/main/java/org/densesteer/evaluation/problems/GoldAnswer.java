package org.densesteer.evaluation.problems;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** The gold answer in a field: bare, or a worked solution around it. */
final class GoldAnswer {

  /** What stands before the number in a worked GSM8K answer. */
  static final String MARK = "####";

  /** A JSON number with more digits than this would be written out as a wall of zeros. */
  private static final int MOST_DIGITS = 60;

  private GoldAnswer() {}

  /** The answer as it is written; empty when the field is neither text nor number, or blank. */
  static Optional<String> of(JsonNode field) {
    if (field.isNumber()) {
      return ofNumber(field.decimalValue());
    }
    return Optional.ofNullable(field.textValue()).filter(text -> !text.isBlank());
  }

  private static Optional<String> ofNumber(BigDecimal number) {
    BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    boolean writable = Math.abs((long) shortest.scale()) + shortest.precision() <= MOST_DIGITS;
    return writable ? Optional.of(shortest.toPlainString()) : Optional.empty();
  }
}
