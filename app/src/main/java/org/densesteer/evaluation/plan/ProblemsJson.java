package org.densesteer.evaluation.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.TextFiles;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.problems.Provenance;
import org.densesteer.metrics.answer.AnswerStyle;

/** The copy of the problems that a sweep keeps, one a line. */
public final class ProblemsJson {

  private static final ObjectReader LINES =
      Json.STRICT
          .readerFor(Line.class)
          .with(
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  private ProblemsJson() {}

  private record Line(
      String id,
      String question,
      String answer,
      AnswerStyle style,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> alternatives) {

    static Line of(Problem p) {
      return new Line(p.id(), p.question(), p.gold(), p.style(), p.alternatives());
    }

    Problem toProblem() {
      return new Problem(id, question, answer, style, alternatives);
    }
  }

  public static void write(Path file, ProblemSet problems) {
    AtomicFiles.write(
        file,
        temporary -> {
          List<String> lines = new ArrayList<>();
          for (Problem p : problems.problems()) {
            lines.add(Json.COMPACT.writeValueAsString(Line.of(p)));
          }
          Files.write(temporary, lines);
        });
  }

  /** Most problems have one right answer, and no other was known to earlier versions. */
  private static Line line(String text) throws IOException {
    JsonNode node = LINES.readTree(text);
    if (!(node instanceof ObjectNode object)) {
      throw new FaultException("It is no JSON object.");
    }
    if (!object.has("alternatives")) {
      object.putArray("alternatives");
    }
    return LINES.readValue(object);
  }

  /**
   * Reads the copy.
   *
   * @throws FaultException when it is missing or a line is not a problem
   */
  public static ProblemSet read(Path file, String name) {
    List<Problem> problems = new ArrayList<>();
    try {
      for (String text : TextFiles.read(file).lines().toList()) {
        problems.add(line(text).toProblem());
      }
    } catch (JsonProcessingException e) {
      throw new FaultException(
          Texts.of("Line %d of %s is not a problem.", problems.size() + 1, file), e);
    } catch (FaultException e) {
      throw new FaultException(
          Texts.of("Line %d of %s is not a problem: %s", problems.size() + 1, file, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new FaultException("Cannot read " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
    return new ProblemSet(name, problems, new Provenance(file.toString(), null));
  }
}
