package org.densesteer.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.evaluation.run.PaperEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepFixture;
import org.densesteer.evaluation.run.SweepRunner;
import org.densesteer.notebook.Bundle;
import org.densesteer.notebook.BundleEffect;
import org.densesteer.notebook.Notebook;
import org.densesteer.notebook.SessionFile;
import org.densesteer.steering.Gate;
import org.densesteer.steering.GateText;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vector's bundle whose effect a sweep measured, from the sweep's files to the file's card. */
class BundleWriterTest {

  @TempDir Path folder;

  private SweepResults results;

  @BeforeEach
  void sweep() {
    ProblemSet problems = SweepFixture.problems(20);
    SweepPlan plan = SweepFixture.plan(problems, 0.5, "random:2", 16);
    SweepFolder sweep = new SweepFolder(folder.resolve("sweeps").resolve("20260504-120000"));
    new SweepRunner(plan, problems, SweepFixture.VECTOR, new PaperEngine())
        .run(sweep, SweepFixture.ORIGIN, false, answer -> {}, Progress.NONE, new SweepControl());
    results = sweep.read().results();
  }

  private Bundle written(Steering tuned, String model) {
    Notebook notebook = new Notebook(folder.resolve("notebook"), Clock.systemUTC(), sentence -> {});
    Clock clock = Clock.fixed(Instant.parse("2026-05-04T12:30:00Z"), ZoneOffset.UTC);
    Path file = folder.resolve("mine.densesteer");
    new BundleWriter(notebook, folder.resolve("sweeps"), clock)
        .write(tuned, "tiny model", model, file);
    Bundle bundle = SessionFile.read(file).session().bundle();
    assertNotNull(bundle);
    return bundle;
  }

  private static Steering tuned(int layer, double strength, Gate gate) {
    return new Steering(
        SweepFixture.VECTOR, layer, strength, Positions.EVERYWHERE, Operator.ADD, gate);
  }

  private Steering chosen() {
    SweepArm chosen = results.chosen().orElseThrow();
    return tuned(chosen.layer(), chosen.strength(), Gate.CONSTANT);
  }

  private static void assertSame(CellSummary cell, BundleEffect effect) {
    assertEquals(cell.count(), effect.answers());
    assertEquals(cell.mean(Measure.ACCURACY), effect.accuracy());
    assertEquals(cell.mean(Measure.DENSITY), effect.density());
    assertEquals(cell.mean(Measure.TOKENS), effect.tokens());
    assertEquals(cell.mean(Measure.NLL_WITH_PROMPT), effect.nll());
  }

  @Test
  void theChosenCellStandsBesideItsPlaceboesOnTheTestPart() {
    Bundle bundle = written(chosen(), "model");
    assertEquals("Means of the sweep 20260504-120000 over the problems sums.", bundle.source());
    assertEquals(
        List.of("baseline", "steered", "random-1", "random-2"),
        bundle.effect().stream().map(BundleEffect::arm).toList());
    for (int i = 0; i < 4; i++) {
      assertSame(results.check().get(i), bundle.effect().get(i));
    }
    assertEquals(10, bundle.effect().get(0).answers());
    BundleEffect steered = bundle.effect().get(1);
    assertTrue(
        bundle
            .card()
            .contains(
                Texts.of("| 10 | %.1f %% | %.2f | ", 100 * steered.accuracy(), steered.density())),
        bundle.card());
  }

  @Test
  void anotherCellStandsBesideTheBaselineOfTheGrid() {
    CellSummary other =
        results.cells().stream()
            .filter(cell -> cell.strength() != 0)
            .filter(cell -> results.chosen().filter(cell.arm()::equals).isEmpty())
            .findFirst()
            .orElseThrow();
    Bundle bundle = written(tuned(other.layer(), other.strength(), Gate.CONSTANT), "model");
    assertEquals(2, bundle.effect().size());
    assertSame(results.gridBaseline(), bundle.effect().get(0));
    assertSame(other, bundle.effect().get(1));
    assertEquals(other.layer(), bundle.effect().get(1).layer());
  }

  @Test
  void whatWasNotSweptClaimsNothing() {
    assertEquals(List.of(), written(chosen(), "another model").effect());
    Steering chosen = chosen();
    assertEquals(List.of(), written(tuned(chosen.layer(), 17.25, Gate.CONSTANT), "model").effect());
    Gate gate = GateText.parse("kl:0.1", GateText::anyProbe);
    Bundle gated = written(tuned(chosen.layer(), chosen.strength(), gate), "model");
    assertEquals(List.of(), gated.effect(), "the sweep had a constant strength");
    assertTrue(gated.card().contains("Nothing was measured at this layer and strength."));
  }
}
