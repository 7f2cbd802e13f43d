package org.densesteer.evaluation.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.JsonFlaw;
import org.densesteer.common.Texts;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.AnswerStyle;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one problem file. */
final class ProblemReader {

  private static final ObjectReader LINES =
      Json.STRICT.reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final String source;
  private final @Nullable FieldMapping chosen;
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable Recognition recognition;
  private int line;

  /**
   * Prepares to read.
   *
   * @param source what to call the file in sentences
   * @param chosen the mapping a person chose; null to recognise it
   */
  ProblemReader(String source, @Nullable FieldMapping chosen) {
    this.source = source;
    this.chosen = chosen;
  }

  /** Reads every line; blank lines are skipped. */
  ProblemSet read(String name, BufferedReader reader) throws IOException {
    try {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        accept(line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
      }
    } catch (CharacterCodingException e) {
      throw new FaultException(
          Texts.of("%s is not UTF-8 text somewhere after line %d.", source, line), e);
    }
    if (problems.isEmpty()) {
      throw new FaultException(source + " holds no problems.");
    }
    return new ProblemSet(name, problems, new Provenance(source, recognition));
  }

  private void accept(String text) {
    if (text.isBlank()) {
      return;
    }
    JsonNode object = parse(text);
    FieldMapping mapping = mappingFor(object);
    @Nullable String idField = mapping.id();
    String id = idField == null ? Integer.toString(line) : id(object, idField);
    String question = question(object, mapping.question());
    AnswerChecker checker = checker(object, mapping);
    problems.add(new Problem(id, question, checker.gold(), checker.style()));
  }

  private JsonNode parse(String text) {
    try {
      JsonNode node = LINES.readTree(text);
      if (!node.isObject()) {
        throw bad("is not a JSON object; one object per line is expected");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw bad(JsonFlaw.ofLine(e) + "; one object per line is expected", e);
    }
  }

  private FieldMapping mappingFor(JsonNode object) {
    if (recognition == null) {
      recognition =
          chosen == null
              ? FieldRecognizer.recognize(object).orElseThrow(() -> unrecognised(object))
              : new Recognition(ProblemFormat.MAPPED, chosen, FieldRecognizer.fieldsOf(object));
    }
    return recognition.mapping();
  }

  private FaultException unrecognised(JsonNode object) {
    return bad(
        Texts.of(
            "has the fields %s, none of which is known to hold a question and an answer; name them",
            FieldRecognizer.fieldsOf(object)));
  }

  private String id(JsonNode object, String field) {
    JsonNode value = required(object, field);
    if (!value.isValueNode() || value.asText().isBlank()) {
      throw bad("has no usable id in the field “" + field + "”");
    }
    return value.asText();
  }

  private String question(JsonNode object, String field) {
    JsonNode value = required(object, field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw bad("has no question text in the field “" + field + "”");
    }
    return value.textValue().strip();
  }

  private AnswerChecker checker(JsonNode object, FieldMapping mapping) {
    String field = mapping.answer();
    String answer = GoldAnswer.of(required(object, field)).orElseThrow(() -> noAnswer(field, null));
    @Nullable AnswerStyle style = mapping.style();
    try {
      return AnswerChecker.of(style == null ? AnswerStyle.ofGold(answer) : style, answer);
    } catch (FaultException e) {
      throw noAnswer(field, e);
    }
  }

  private FaultException noAnswer(String field, @Nullable Throwable cause) {
    return bad("has no usable answer in the field “" + field + "”", cause);
  }

  private JsonNode required(JsonNode object, String field) {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      throw bad("lacks the field “" + field + "”");
    }
    return value;
  }

  private FaultException bad(String what) {
    return bad(what, null);
  }

  private FaultException bad(String what, @Nullable Throwable cause) {
    return new FaultException(Texts.of("Line %d of %s %s.", line, source, what), cause);
  }
}
