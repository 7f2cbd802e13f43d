package org.densesteer.evaluation.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.plan.SweepGrid;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.run.PaperEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepFixture;
import org.densesteer.evaluation.run.SweepRunner;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.VectorMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeBandsTest {

  private static final ProblemSet PROBLEMS = SweepFixture.problems(12);
  private static final SweepPlan PLAN = SweepFixture.plan(PROBLEMS, 0, "", 8);

  @TempDir Path sweeps;

  private SafeBands sweep(String name, SweepPlan plan) {
    SweepResults results =
        new SweepRunner(plan, PROBLEMS, SweepFixture.VECTOR, new PaperEngine())
            .run(
                new SweepFolder(sweeps.resolve(name)),
                SweepFixture.ORIGIN,
                false,
                answer -> {},
                Progress.NONE,
                new SweepControl());
    return SafeBands.of(plan, results);
  }

  private static Steering at(int layer, Positions positions, Operator operator) {
    return new Steering(SweepFixture.VECTOR, layer, 1, positions, operator);
  }

  @Test
  void holdForTheSteeringThatWasSwept() {
    SafeBands bands = sweep("a", PLAN);
    assertEquals(
        Optional.of(new StrengthBand(0, 0, 2, OptionalDouble.of(-2), OptionalDouble.empty())),
        bands.at(at(0, Positions.EVERYWHERE, Operator.ADD)));
    assertEquals(Optional.empty(), bands.at(at(1, Positions.EVERYWHERE, Operator.ADD)));
    assertEquals(Optional.empty(), bands.at(at(0, Positions.RESPONSE_ONLY, Operator.ADD)));
    assertEquals(Optional.empty(), bands.at(at(0, Positions.EVERYWHERE, Operator.ADD_KEEP_NORM)));
    assertTrue(bands.concern("model", SweepFixture.VECTOR.renamed("other name")));
    assertFalse(bands.concern("model", VectorMath.scale(SweepFixture.VECTOR, 2)));
    assertFalse(bands.concern("another", SweepFixture.VECTOR));
  }

  @Test
  void theNewestSweepOfModelAndVectorIsRemembered() throws IOException {
    assertEquals(Optional.empty(), SafeBands.latest(sweeps, "model", SweepFixture.VECTOR));
    SafeBands older = sweep("a", PLAN);
    SweepPlan other =
        new SweepPlan(
            PLAN.subject(),
            new SweepGrid(List.of(2), List.of(0.0, 1.0)),
            PLAN.placebos(),
            PLAN.choice(),
            0,
            5,
            PLAN.decoding());
    SafeBands newer = sweep("b", other);
    Files.setLastModifiedTime(
        sweeps.resolve("a").resolve("results.json"), FileTime.fromMillis(1_000));
    assertEquals(Optional.of(newer), SafeBands.latest(sweeps, "model", SweepFixture.VECTOR));
    Files.writeString(sweeps.resolve("b").resolve("plan.json"), "{}");
    assertEquals(Optional.of(older), SafeBands.latest(sweeps, "model", SweepFixture.VECTOR));
    assertEquals(Optional.empty(), SafeBands.latest(sweeps, "another", SweepFixture.VECTOR));
  }

  @Test
  void anUnfinishedSweepIsPassedOver() throws IOException {
    sweep("a", PLAN);
    Files.delete(sweeps.resolve("a").resolve("results.json"));
    assertEquals(Optional.empty(), SafeBands.latest(sweeps, "model", SweepFixture.VECTOR));
  }

  @Test
  void theBandsSoFarAreThoseOfTheResultsOnceAllIsAnswered() {
    SafeBands bands = sweep("a", PLAN);
    SweepFolder.Content content = new SweepFolder(sweeps.resolve("a")).read();
    assertEquals(bands.layers(), SafeBands.soFar(PLAN, content.answers(), PROBLEMS.problems()));
    List<Problem> two = PROBLEMS.problems().subList(0, 2);
    assertEquals(
        OptionalDouble.empty(), SafeBands.soFar(PLAN, content.answers(), two).get(0).cliffBelow());
  }
}
