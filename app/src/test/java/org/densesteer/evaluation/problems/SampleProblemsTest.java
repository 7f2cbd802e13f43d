package org.densesteer.evaluation.problems;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.densesteer.metrics.answer.AnswerStyle;
import org.junit.jupiter.api.Test;

class SampleProblemsTest {

  @Test
  void areReadableAndHaveNumbersForAnswers() {
    assumeTrue(
        SampleProblems.class.getResource("/problems/sample.jsonl") != null,
        "needs the sample problems");
    ProblemSet set = SampleProblems.load();
    assertTrue(set.size() >= 100, () -> set.size() + " problems");
    for (Problem problem : set.problems()) {
      assertTrue(problem.style() == AnswerStyle.GSM8K, problem::gold);
      assertTrue(problem.gold().matches("\\d+"), problem::gold);
    }
  }
}
