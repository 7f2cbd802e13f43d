package org.densesteer.evaluation.problems;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densesteer.metrics.answer.AnswerStyle;
import org.jspecify.annotations.Nullable;

/** Recognises which fields of a problem file are what, from its first line. */
final class FieldRecognizer {

  private static final List<String> QUESTIONS =
      List.of("question", "problem", "prompt", "query", "input");
  private static final List<String> ANSWERS =
      List.of("answer", "final_answer", "gold", "target", "output", "solution");
  private static final List<String> IDS = List.of("unique_id", "id", "problem_id");

  private FieldRecognizer() {}

  /** The recognised mapping; empty when no field looks like a question or like an answer. */
  static Optional<Recognition> recognize(JsonNode first) {
    @Nullable String question = present(first, QUESTIONS);
    @Nullable String answer = present(first, ANSWERS);
    if (question == null || answer == null) {
      return Optional.empty();
    }
    ProblemFormat format = format(first, question, first.get(answer));
    FieldMapping mapping = new FieldMapping(question, answer, present(first, IDS), styleOf(format));
    return Optional.of(new Recognition(format, mapping, fieldsOf(first)));
  }

  /** Names of the fields in their order. */
  static List<String> fieldsOf(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static ProblemFormat format(JsonNode first, String question, JsonNode answer) {
    if (answer.isTextual() && answer.textValue().contains(GoldAnswer.MARK)) {
      return ProblemFormat.GSM8K;
    }
    if (question.equals("problem")) {
      return ProblemFormat.MATH;
    }
    return first.has("problem") && answer.isNumber() ? ProblemFormat.AMC : ProblemFormat.PLAIN;
  }

  /** Only MATH files mix numbers with expressions that must all be looked for in a box. */
  private static @Nullable AnswerStyle styleOf(ProblemFormat format) {
    return switch (format) {
      case GSM8K, AMC -> AnswerStyle.GSM8K;
      case MATH -> AnswerStyle.MATH;
      case PLAIN, MAPPED -> null;
    };
  }

  private static @Nullable String present(JsonNode first, List<String> names) {
    return names.stream().filter(first::hasNonNull).findFirst().orElse(null);
  }
}
