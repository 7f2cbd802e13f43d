package org.densesteer.evaluation.problems;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.densesteer.metrics.answer.AnswerStyle;
import org.jspecify.annotations.Nullable;

/** Recognises which fields of a problem file are what, from its first record. */
final class FieldRecognizer {

  private static final List<String> QUESTIONS =
      List.of(
          "question_concat",
          "question",
          "question_text",
          "problem",
          "problem_text",
          "prompt",
          "query",
          "instruction",
          "input",
          "sQuestion");
  private static final String BODY = "body";
  private static final List<String> NUMBERS =
      List.of(
          "answer_number",
          "numerical_answer",
          "numeric_answer",
          "answer_value",
          "final_ans",
          "lSolutions");
  private static final List<String> ANSWERS =
      List.of(
          "answer",
          "final_answer",
          "answers",
          "gold",
          "gold_answer",
          "expected_answer",
          "correct_answer",
          "reference_answer",
          "gt_answer",
          "ground_truth",
          "ground_truth_answer",
          "target",
          "output",
          "solution",
          "response",
          "completion");
  private static final List<String> IDS =
      List.of("unique_id", "id", "problem_id", "task_id", "doc_id");
  private static final List<String> CHOICES = List.of("choices", "options", "endings");

  /** Objects that hold the problem itself: lm-eval's sample log, and the Hub's rows. */
  private static final List<String> WRAPPERS = List.of("doc", "row");

  private FieldRecognizer() {}

  /** The recognised mapping; empty when no field looks like a question or like an answer. */
  static Optional<Recognition> recognize(JsonNode first) {
    for (String wrapper : WRAPPERS) {
      if (first.path(wrapper).isObject()) {
        return wrapped(first, wrapper);
      }
    }
    return mapping(first).map(mapping -> recognition(first, mapping, format(first, mapping)));
  }

  private static Optional<Recognition> wrapped(JsonNode first, String wrapper) {
    JsonNode inner = first.get(wrapper);
    @Nullable String question = question(inner);
    @Nullable String answer = answer(inner);
    boolean outside = answer == null && scalar(first.path("target"));
    if (question == null || answer == null && !outside || hasChoices(inner)) {
      return Optional.empty();
    }
    String path = outside ? "target" : wrapper + "." + answer;
    @Nullable String id = named(inner, IDS, JsonNode::isValueNode);
    @Nullable String outerId = named(first, IDS, JsonNode::isValueNode);
    FieldMapping plain = new FieldMapping(question, outside ? "" : answer, null, null);
    ProblemFormat format = wrapper.equals("doc") ? ProblemFormat.LM_EVAL : format(inner, plain);
    String prefixed = wrapper + "." + question.replace("+", "+" + wrapper + ".");
    AnswerStyle style = styleOf(format(inner, plain), inner, plain);
    return Optional.of(
        recognition(
            first,
            new FieldMapping(prefixed, path, id == null ? outerId : wrapper + "." + id, style),
            format));
  }

  private static Optional<FieldMapping> mapping(JsonNode first) {
    @Nullable String question = question(first);
    @Nullable String answer = answer(first);
    if (question == null || answer == null || hasChoices(first)) {
      return Optional.empty();
    }
    FieldMapping plain =
        new FieldMapping(question, answer, named(first, IDS, JsonNode::isValueNode), null);
    AnswerStyle style = styleOf(format(first, plain), first, plain);
    return Optional.of(new FieldMapping(question, answer, plain.id(), style));
  }

  private static Recognition recognition(
      JsonNode first, FieldMapping mapping, ProblemFormat format) {
    return new Recognition(format, mapping, FieldPath.all(first));
  }

  /** A field, or the body and the question that belong together (SVAMP, ASDiv). */
  private static @Nullable String question(JsonNode object) {
    @Nullable String question = named(object, QUESTIONS, JsonNode::isTextual);
    @Nullable String body = named(object, List.of(BODY), JsonNode::isTextual);
    return body == null || question == null || !question.equalsIgnoreCase("question")
        ? question
        : body + "+" + question;
  }

  private static @Nullable String answer(JsonNode object) {
    @Nullable String number = named(object, NUMBERS, FieldRecognizer::scalar);
    @Nullable String answer =
        number != null ? number : named(object, ANSWERS, FieldRecognizer::scalar);
    return answer != null ? answer : named(object, ANSWERS, JsonNode::isNull);
  }

  private static boolean scalar(JsonNode node) {
    return node.isTextual()
        || node.isNumber()
        || node.isArray() && node.size() > 0 && node.get(0).isValueNode();
  }

  /** The answer of a multiple-choice question is a letter or an index that says nothing alone. */
  private static boolean hasChoices(JsonNode object) {
    return named(object, CHOICES, node -> node.isContainerNode() && node.size() > 0) != null;
  }

  /**
   * The first of some names that a field has, however it is capitalised and its words set apart.
   */
  private static @Nullable String named(
      JsonNode object, List<String> names, Predicate<JsonNode> fit) {
    for (String name : names) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (plain(field.getKey()).equals(plain(name)) && fit.test(field.getValue())) {
          return field.getKey();
        }
      }
    }
    return null;
  }

  private static String plain(String name) {
    return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
  }

  private static ProblemFormat format(JsonNode object, FieldMapping mapping) {
    JsonNode answer = object.path(mapping.answer());
    if (answer.isTextual() && answer.textValue().contains(GoldAnswer.MARK)) {
      return ProblemFormat.GSM8K;
    }
    if (mapping.question().indexOf('+') > 0 || mapping.question().equals("question_concat")) {
      return ProblemFormat.BODY_AND_QUESTION;
    }
    if (mapping.question().equalsIgnoreCase("problem")) {
      return ProblemFormat.MATH;
    }
    return object.has("problem") && answer.isNumber() ? ProblemFormat.AMC : ProblemFormat.PLAIN;
  }

  /** Only MATH files mix numbers with expressions that must all be looked for in a box. */
  private static @Nullable AnswerStyle styleOf(
      ProblemFormat format, JsonNode object, FieldMapping mapping) {
    boolean number = NUMBERS.stream().anyMatch(mapping.answer()::equalsIgnoreCase);
    return switch (format) {
      case GSM8K, AMC, BODY_AND_QUESTION -> AnswerStyle.GSM8K;
      case MATH -> AnswerStyle.MATH;
      case PLAIN, LM_EVAL, MAPPED -> number ? AnswerStyle.GSM8K : null;
    };
  }
}
