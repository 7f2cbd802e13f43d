package org.densesteer.evaluation.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.run.PaperEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepFixture;
import org.densesteer.evaluation.run.SweepRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepJsonTest {

  @TempDir Path folder;

  @Test
  void saysWhatTheTablesSay() throws IOException {
    ProblemSet problems = SweepFixture.problems(12);
    SweepPlan plan = SweepFixture.plan(problems, 0.5, "flip", 8);
    SweepFolder sweep = new SweepFolder(folder);
    SweepResults results =
        new SweepRunner(plan, problems, SweepFixture.VECTOR, new PaperEngine())
            .run(
                sweep, SweepFixture.ORIGIN, false, answer -> {}, Progress.NONE, new SweepControl());
    JsonNode json = new JsonMapper().readTree(sweep.resultsFile().toFile());
    assertEquals(plan.hash(), json.get("plan").textValue());
    assertEquals(2, json.at("/chosen/layer").intValue());
    assertEquals(8, json.get("cells").size());
    assertEquals(3, json.get("check").size());
    CellSummary last = results.cells().get(7);
    assertEquals(last.mean(Measure.DENSITY), json.at("/cells/7/means/density").doubleValue());
    assertEquals(
        last.comparisons().get(Measure.ACCURACY).difference(),
        json.at("/cells/7/differences/accuracy/difference").doubleValue());
    assertTrue(json.at("/baseline/layer").isNull());
    assertEquals(0, json.at("/cells/1/differences").size());
    assertEquals(-2, json.at("/safe_strengths/0/cliff_below").doubleValue());
    assertTrue(json.at("/safe_strengths/0/cliff_above").isNull());
  }
}
