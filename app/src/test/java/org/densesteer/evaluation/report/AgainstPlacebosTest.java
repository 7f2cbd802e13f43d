package org.densesteer.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.evaluation.run.PaperEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepFixture;
import org.densesteer.evaluation.run.SweepRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgainstPlacebosTest {

  private static final ProblemSet PROBLEMS = SweepFixture.problems(12);

  @TempDir Path folder;

  private SweepResults results(String placebos, long seed) {
    SweepPlan fixed = SweepFixture.plan(PROBLEMS, 0, placebos, 8);
    SweepPlan plan =
        new SweepPlan(
            fixed.subject(),
            fixed.grid(),
            fixed.placebos(),
            fixed.choice(),
            fixed.split(),
            seed,
            fixed.decoding());
    return new SweepRunner(plan, PROBLEMS, SweepFixture.VECTOR, new PaperEngine())
        .run(
            new SweepFolder(folder.resolve(plan.hash())),
            SweepFixture.ORIGIN,
            false,
            answer -> {},
            (what, share) -> {},
            new SweepControl());
  }

  /** Whether a random direction changes the accuracy as much as the chosen cell, up or down. */
  private static boolean reached(SweepResults results) {
    double baseline = results.check().get(0).mean(Measure.ACCURACY);
    double effect = Math.abs(results.check().get(1).mean(Measure.ACCURACY) - baseline);
    return results.check().stream()
        .filter(cell -> cell.arm().name().startsWith("random-"))
        .anyMatch(cell -> Math.abs(cell.mean(Measure.ACCURACY) - baseline) >= effect - 1e-9);
  }

  @Test
  void theVerdictIsThatOfTheReportsSentences() {
    int[] more = new int[2];
    for (long seed = 0; seed < 12; seed++) {
      SweepResults results = results("random:1,flip", seed);
      boolean within = reached(results);
      more[within ? 0 : 1]++;
      assertEquals(
          within
              ? "Within what placebos do"
              : "More than its placebos, which are too few to be sure of it",
          AgainstPlacebos.verdict(results, Measure.ACCURACY));
      List<String> sentences = AgainstPlacebos.sentences(results, Measure.ACCURACY);
      assertEquals(1, sentences.size());
      String sentence = sentences.get(0);
      assertTrue(sentence.startsWith("Random: "), sentence);
      assertEquals(
          within, sentence.contains("1 of 1 placebos changed accuracy at least"), sentence);
    }
    assertTrue(more[0] > 0 && more[1] > 0, "both are seen");
  }

  @Test
  void withoutPlacebosDrawnByLotNothingIsSaid() {
    SweepResults none = results("", 5);
    assertEquals("", AgainstPlacebos.verdict(results("flip", 5), Measure.ACCURACY));
    assertEquals("", AgainstPlacebos.verdict(none, Measure.ACCURACY));
    assertTrue(AgainstPlacebos.chosen(none).isEmpty());
  }
}
