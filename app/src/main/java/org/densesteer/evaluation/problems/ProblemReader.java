package org.densesteer.evaluation.problems;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.AnswerStyle;
import org.densesteer.metrics.answer.GoldFlaw;
import org.jspecify.annotations.Nullable;

/** Makes problems of the records of one file. */
final class ProblemReader implements RecordSink {

  private final String source;
  private final ProblemReading reading;
  private final List<Problem> problems = new ArrayList<>();
  private final UniqueIds ids = new UniqueIds();
  private final Set<String> logged = new HashSet<>();
  private @Nullable Recognition recognition;
  private int repeated;
  private int several;
  private int unmatchable;
  private String firstFlaw = "";

  /**
   * Prepares to read.
   *
   * @param source what to call the file in sentences
   */
  ProblemReader(String source, ProblemReading reading) {
    this.source = source;
    this.reading = reading;
  }

  @Override
  public void accept(JsonNode object, int number, String where) {
    String place =
        where.substring(0, 1).toUpperCase(Locale.ROOT) + where.substring(1) + " of " + source;
    Recognition known = recognition;
    if (known == null) {
      known = recognise(object, place);
      recognition = known;
    }
    FieldMapping mapping = known.mapping();
    String question = question(object, mapping.question(), place);
    if (known.format() == ProblemFormat.LM_EVAL && !logged.add(logId(object) + question)) {
      repeated++;
      return;
    }
    List<String> golds = golds(object, mapping.answer(), place);
    @Nullable AnswerStyle named = mapping.style();
    AnswerStyle style = named == null ? style(golds) : named;
    Optional<String> flaw = flaw(style, golds);
    if (flaw.isPresent()) {
      unmatchable++;
      firstFlaw = firstFlaw.isEmpty() ? where + ", where " + flaw.get() : firstFlaw;
      return;
    }
    @Nullable String idField = mapping.id();
    String id = idField == null ? Integer.toString(number) : id(object, idField, place);
    List<String> answers =
        golds.stream()
            .filter(g -> !GoldFlaw.of(style, g).equals(Optional.of(GoldFlaw.EMPTY)))
            .map(g -> AnswerChecker.of(style, g).gold())
            .toList();
    several += answers.size() > 1 ? 1 : 0;
    problems.add(
        new Problem(
            ids.of(id), question, answers.get(0), style, answers.subList(1, answers.size())));
  }

  /**
   * The problems that were read.
   *
   * @throws FaultException when there are none, or some that no response can match
   */
  ProblemSet finish(String name) {
    int count = problems.size() + unmatchable;
    if (unmatchable > 0 && (!reading.leaveOut() || problems.isEmpty())) {
      throw new UnmatchableAnswersException(source, unmatchable, count, firstFlaw);
    }
    if (problems.isEmpty()) {
      throw new FaultException(source + " holds no problems.");
    }
    return new ProblemSet(name, problems, new Provenance(source, recognition, reading, notes()));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (ids.renamed() > 0) {
      notes.add(
          Texts.of(
              "The ids of %s repeat and are numbered, as in %s.",
              counted(ids.renamed(), "problem"), ids.example()));
    }
    if (unmatchable > 0) {
      notes.add(
          Texts.of(
              "Left out, for no response can match the answer: %s, beginning with %s.",
              counted(unmatchable, "problem"), firstFlaw));
    }
    if (several > 0) {
      notes.add(Texts.of("Any answer of a list is right; %s one.", has(several)));
    }
    if (repeated > 0) {
      notes.add(
          Texts.of(
              "Passed over, for the log repeats each problem for every filter: %s.",
              counted(repeated, "line")));
    }
    return notes;
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String has(int count) {
    return counted(count, "problem") + (count == 1 ? " has" : " have");
  }

  private Recognition recognise(JsonNode object, String place) {
    @Nullable FieldMapping named = reading.mapping();
    return named == null
        ? FieldRecognizer.recognize(object)
            .orElseThrow(() -> new UnknownFieldsException(place, object))
        : new Recognition(ProblemFormat.MAPPED, named, FieldPath.all(object));
  }

  private static String logId(JsonNode object) {
    return object.path("doc_id").asText() + " ";
  }

  private static String id(JsonNode object, String field, String place) {
    JsonNode value = required(object, field, place);
    if (!value.isValueNode() || value.asText().isBlank()) {
      throw bad(place, "has no usable id in the field “" + field + "”");
    }
    return value.asText();
  }

  private static String question(JsonNode object, String field, String place) {
    JsonNode value = required(object, field, place);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw bad(place, "has no question text in the field “" + field + "”");
    }
    return value.textValue().strip();
  }

  /** The answers of a field; none where it is null or blank. */
  private static List<String> golds(JsonNode object, String field, String place) {
    Optional<JsonNode> value = FieldPath.find(object, field);
    if (value.isEmpty()) {
      if (!FieldPath.exists(object, field)) {
        throw bad(place, "lacks the field “" + field + "”");
      }
      return List.of();
    }
    List<String> golds = GoldAnswer.of(value.get());
    boolean blank = value.get().isTextual() && value.get().textValue().isBlank();
    if (golds.isEmpty() && !blank) {
      throw bad(place, "has no usable answer in the field “" + field + "”");
    }
    return golds;
  }

  /** A number among several answers can be stated without a box. */
  private static AnswerStyle style(List<String> golds) {
    boolean number = golds.stream().anyMatch(g -> AnswerStyle.ofGold(g) == AnswerStyle.GSM8K);
    return number ? AnswerStyle.GSM8K : AnswerStyle.MATH;
  }

  /** Why no response can match; empty where one of the answers can be. */
  private static Optional<String> flaw(AnswerStyle style, List<String> golds) {
    List<Optional<String>> flaws = golds.stream().map(g -> GoldFlaw.of(style, g)).toList();
    return flaws.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : flaws.stream()
            .flatMap(Optional::stream)
            .findFirst()
            .or(() -> Optional.of(GoldFlaw.EMPTY));
  }

  private static JsonNode required(JsonNode object, String field, String place) {
    return FieldPath.find(object, field)
        .orElseThrow(() -> bad(place, "lacks the field “" + field + "”"));
  }

  private static FaultException bad(String place, String what) {
    return new FaultException(place + " " + what + ".");
  }
}
