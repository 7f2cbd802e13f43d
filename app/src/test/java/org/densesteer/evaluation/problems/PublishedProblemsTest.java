package org.densesteer.evaluation.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.AnswerStyle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs against the published files where they lie beside the project. */
class PublishedProblemsTest {

  private static final Path FOLDER = Path.of("../shared/data/problems");

  @ParameterizedTest
  @CsvSource({"gsm8k-test, 1319, GSM8K", "math500-test, 500, MATH", "amc23-test, 40, AMC"})
  void everyGoldAnswerIsRightAgainstItself(String name, int count, ProblemFormat format) {
    Path file = FOLDER.resolve(name + ".jsonl");
    assumeTrue(Files.isRegularFile(file), () -> "needs " + file);
    ProblemSet set = ProblemFiles.read(file);
    assertEquals(count, set.size());
    assertEquals(format, java.util.Objects.requireNonNull(set.provenance().recognition()).format());
    for (Problem problem : set.problems()) {
      String response = "First 7 apples.\n\nFinal Answer: \\boxed{" + problem.gold() + "}";
      AnswerChecker checker = AnswerChecker.of(problem.style(), problem.gold());
      assertTrue(checker.isCorrect(response), () -> problem.id() + ": " + problem.gold());
      if (problem.style() == AnswerStyle.GSM8K) {
        assertTrue(problem.gold().matches("-?\\d+"), problem::gold);
      }
    }
  }
}
