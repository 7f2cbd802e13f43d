package org.densesteer.evaluation.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.run.PaperEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepFixture;
import org.densesteer.evaluation.run.SweepRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCsvTest {

  @TempDir Path folder;

  @Test
  void writesOneLineForEachCell() throws IOException {
    ProblemSet problems = SweepFixture.problems(12);
    SweepPlan plan = SweepFixture.plan(problems, 0, "flip", 8);
    new SweepRunner(plan, problems, SweepFixture.VECTOR, new PaperEngine())
        .run(
            new SweepFolder(folder),
            SweepFixture.ORIGIN,
            false,
            answer -> {},
            Progress.NONE,
            new SweepControl());
    List<String> lines = Files.readAllLines(folder.resolve("cells.csv"));
    assertEquals(1 + 8, lines.size());
    assertTrue(
        lines
            .get(0)
            .startsWith(
                "layer,strength,arm,part,n,accuracy,accuracy_low,accuracy_high,steps,tokens,density,"
                    + "nll_with_prompt,nll_response_only,degenerate_share,truncated_share,"
                    + "accuracy_diff,accuracy_diff_low,accuracy_diff_high,accuracy_p,accuracy_p_holm,"
                    + "steps_diff"),
        lines.get(0));
    assertTrue(
        lines
            .get(8)
            .startsWith(
                "2,2,steered,all,12,1.000000,0.757506,1.000000,3.000000,6.000000,2.000000,"),
        lines.get(8));
    assertTrue(lines.get(2).startsWith("0,0,baseline,all,12,0.666667,"), lines.get(2));
    int columns = lines.get(0).split(",", -1).length;
    for (String line : lines) {
      assertEquals(columns, line.split(",", -1).length, line);
      assertTrue(!line.contains("NaN") && !line.contains("-0.000000"), line);
    }
    int difference = Arrays.asList(lines.get(0).split(",")).indexOf("accuracy_diff");
    assertEquals("0.333333", lines.get(8).split(",", -1)[difference]);
    List<String> check = Files.readAllLines(folder.resolve("check.csv"));
    assertEquals(
        List.of(",0,baseline", "2,2,steered", "2,2,flip"),
        check.stream().skip(1).map(l -> l.substring(0, l.indexOf(",all"))).toList());
  }
}
