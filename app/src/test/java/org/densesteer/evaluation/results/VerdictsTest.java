package org.densesteer.evaluation.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.run.PaperEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepFixture;
import org.densesteer.evaluation.run.SweepRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictsTest {

  private static final ProblemSet PROBLEMS = SweepFixture.problems(12);
  private static final SweepPlan PLAN = SweepFixture.plan(PROBLEMS, 0, "", 8);

  @TempDir Path folder;

  private static SweepAnswer answer(String problem, String text) {
    AnswerKey key = new AnswerKey(SweepArm.BASELINE, problem);
    return PlainAnswers.of(key, text, "2", false, 1, 1, 1, 1, 1, 1, false, false);
  }

  @Test
  void whatAnEarlierVersionFinishedKeepsItsFigures() {
    List<SweepAnswer> earlier = List.of(answer("p1", "\\boxed{1} in 2 steps"));
    assertEquals(earlier, Verdicts.alike(earlier, PROBLEMS, false));
    assertTrue(Verdicts.isEarlier(earlier.get(0)));
  }

  @Test
  void whatItLeftUnfinishedIsJudgedAnew() {
    SweepAnswer earlier = answer("p1", "\\boxed{1} in 2 steps");
    SweepAnswer now = Verdicts.alike(List.of(earlier), PROBLEMS, true).get(0);
    assertTrue(now.correct());
    assertEquals("1", now.predicted());
    assertEquals(false, now.correctByBenchmark());
    SweepAnswer thinking =
        Verdicts.alike(List.of(answer("p2", "<think>\nSo 2")), PROBLEMS, true).get(0);
    assertFalse(thinking.correct());
  }

  /**
   * Lines without a second verdict, as earlier versions wrote them, open and give their figures.
   */
  @Test
  void anEarlierSweepOpensWithItsNumbers() throws IOException {
    SweepFolder sweep = run();
    String cells = Files.readString(sweep.cellsFile());
    List<String> earlier =
        Files.readAllLines(sweep.answersFile()).stream()
            .map(line -> line.replaceAll(",\"correct_by_benchmark\":(true|false)", ""))
            .toList();
    assertFalse(earlier.toString().contains("benchmark"));
    Files.write(sweep.answersFile(), earlier);
    SweepResults results = sweep.read().results();
    assertEquals(results.cells().get(7).mean(Measure.ACCURACY), 1);
    assertTrue(Double.isNaN(results.cells().get(7).mean(Measure.BENCHMARK_ACCURACY)));
    sweep.writeTables(PLAN, results);
    int columns = cells.lines().findFirst().orElseThrow().split(",").length - 6;
    assertEquals(columns(cells, columns), columns(Files.readString(sweep.cellsFile()), columns));
  }

  private SweepFolder run() {
    SweepFolder sweep = new SweepFolder(folder);
    new SweepRunner(PLAN, PROBLEMS, SweepFixture.VECTOR, new PaperEngine())
        .run(sweep, SweepFixture.ORIGIN, false, answer -> {}, Progress.NONE, new SweepControl());
    return sweep;
  }

  private static List<List<String>> columns(String csv, int count) {
    return csv.lines().map(line -> List.of(line.split(",", -1)).subList(0, count)).toList();
  }
}
