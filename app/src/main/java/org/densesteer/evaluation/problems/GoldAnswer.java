package org.densesteer.evaluation.problems;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The gold answers in a field: bare, or a worked solution around one, or a list. */
final class GoldAnswer {

  /** What stands before the number in a worked GSM8K answer. */
  static final String MARK = "####";

  /** A JSON number with more digits than this would be written out as a wall of zeros. */
  private static final int MOST_DIGITS = 60;

  private GoldAnswer() {}

  /** The answers as they are written; none when the field holds nothing that can be one. */
  static List<String> of(JsonNode field) {
    List<String> answers = new ArrayList<>();
    if (field.isArray()) {
      field.forEach(element -> one(element).ifPresent(answers::add));
      return answers.size() == field.size() ? answers.stream().distinct().toList() : List.of();
    }
    one(field).ifPresent(answers::add);
    return answers;
  }

  private static Optional<String> one(JsonNode field) {
    if (field.isNumber()) {
      return ofNumber(field.decimalValue());
    }
    return Optional.ofNullable(field.isValueNode() ? field.asText() : null)
        .filter(text -> !field.isNull() && !text.isBlank());
  }

  private static Optional<String> ofNumber(BigDecimal number) {
    BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    boolean writable = Math.abs((long) shortest.scale()) + shortest.precision() <= MOST_DIGITS;
    return writable ? Optional.of(shortest.toPlainString()) : Optional.empty();
  }
}
