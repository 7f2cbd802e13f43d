package org.densesteer.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.densesteer.evaluation.strip.StripAnswer;
import org.densesteer.evaluation.strip.StripFigure;
import org.densesteer.evaluation.strip.Verdict;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.WordShift;
import org.densesteer.generation.WordShifts;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.metrics.TraceMeasures;
import org.densesteer.notebook.RunFloor.RandomAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of a steered answer among those of random directions, counted by hand. */
class RunFloorTest {

  @TempDir Path folder;

  private static RunArm arm(String name, double density, double nll) {
    RunArm whole = Runs.full().arms().get(0);
    RunFigures figures = whole.figures();
    return new RunArm(
        name,
        null,
        List.of(),
        List.of(),
        whole.answer(),
        new RunFigures(
            new TraceMeasures(measures(density, nll), figures.measures().perStep()),
            null,
            false,
            figures.given()),
        null);
  }

  private static AnswerMeasures measures(double density, double nll) {
    return new AnswerMeasures(2, (int) (2 * density), density, nll, Double.NaN);
  }

  private static RunFloor floor(double... densities) {
    return new RunFloor(
        Arrays.stream(densities)
            .mapToObj(
                density ->
                    new RandomAnswer(
                        (long) density,
                        new StripAnswer(
                            "",
                            density > 20 ? null : "5",
                            density > 20 ? null : Boolean.TRUE,
                            measures(density, 0.5),
                            0.01,
                            density > 20,
                            StopReason.END_OF_TEXT)))
            .toList());
  }

  @Test
  void beyondIsFurtherFromTheBaselineThanEveryRandomDirection() {
    RunArm baseline = arm("baseline", 10, 0.5);
    RunFloor floor = floor(11, 8, 10);
    assertEquals(
        Optional.of(Verdict.BEYOND),
        floor.verdict(baseline, arm("steered", 13, 0.5), StripFigure.DENSITY));
    assertEquals(
        Optional.of(Verdict.BEYOND),
        floor.verdict(baseline, arm("steered", 7, 0.5), StripFigure.DENSITY));
    assertEquals(
        Optional.of(Verdict.WITHIN),
        floor.verdict(baseline, arm("steered", 12, 0.5), StripFigure.DENSITY));
    assertEquals(
        Optional.of(Verdict.WITHIN),
        floor.verdict(baseline, arm("steered", 10, 0.5), StripFigure.DENSITY));
  }

  @Test
  void theSameAnswerOfAnotherBatchIsNothingToClaim() {
    RunArm baseline = arm("baseline", 10, 0.9);
    assertEquals(
        Optional.of(Verdict.WITHIN),
        floor(10, 10, 10)
            .verdict(baseline, arm("steered", 10, 0.4999), StripFigure.NLL_WITH_PROMPT));
    assertEquals(
        Optional.of(Verdict.BEYOND),
        floor(10, 10, 10).verdict(baseline, arm("steered", 10, 0.45), StripFigure.NLL_WITH_PROMPT));
  }

  @Test
  void ofAnAnswerThatWasCutNothingIsSaid() {
    assertEquals(
        Optional.empty(),
        floor(11).verdict(arm("baseline", 10, 1), Runs.full().arms().get(1), StripFigure.DENSITY));
  }

  @Test
  void theNotebookKeepsItBehindItsRun() {
    Notebook notebook = new Notebook(folder, Clock.systemUTC(), sentence -> {});
    notebook.append(Runs.full());
    assertNull(notebook.load("run-1").floor());
    notebook.append(Runs.full("run-2", "x"));
    notebook.keepFloor("run-1", floor(11, 8, 30));
    Notebook another =
        new Notebook(
            folder,
            Clock.systemUTC(),
            sentence -> {
              throw new AssertionError(sentence);
            });
    assertEquals(2, another.refresh().size());
    assertEquals(floor(11, 8, 30), another.load("run-1").floor());
    assertEquals(floor(11, 8, 30), notebook.load("run-1").floor());
    assertNull(another.load("run-2").floor());
  }

  @Test
  void aSessionFileCarriesIt() {
    Path file = folder.resolve("one.densesteer");
    Run run = Runs.full().on(floor(11, 8, 30));
    SessionFile.write(Session.of(run, List.of(Runs.vector())), file);
    SessionFile.Content read = SessionFile.read(file);
    assertEquals(List.of(), read.notes());
    assertEquals(run.floor(), read.session().runs().get(0).floor());
    assertEquals(11, RunJson.of(run).get("floor").get(0).get("seed").asInt());
  }

  @Test
  void theWordsThatDirectionsShiftedAreKept() {
    WordShifts words = new WordShifts(9, List.of(new WordShift(17, "so", 1.25, -0.5)));
    RunFloor floor =
        new RunFloor(
            List.of(
                new RandomAnswer(
                    1,
                    new StripAnswer(
                        "",
                        null,
                        null,
                        measures(8, 0.5),
                        0.01,
                        false,
                        StopReason.END_OF_TEXT,
                        words))));
    Path file = folder.resolve("words.densesteer");
    SessionFile.write(Session.of(Runs.full().on(floor), List.of(Runs.vector())), file);
    SessionFile.Content read = SessionFile.read(file);
    assertEquals(List.of(), read.notes());
    assertEquals(floor, read.session().runs().get(0).floor());
  }
}
