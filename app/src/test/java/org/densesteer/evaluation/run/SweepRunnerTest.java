package org.densesteer.evaluation.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepPart;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.SweepAnswer;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepRunnerTest {

  private static final ProblemSet PROBLEMS = SweepFixture.problems(12);

  @TempDir Path temporary;

  private SweepResults run(SweepPlan plan, Path folder, boolean resume, PaperEngine engine) {
    return new SweepRunner(plan, PROBLEMS, SweepFixture.VECTOR, engine)
        .run(
            new SweepFolder(folder),
            SweepFixture.ORIGIN,
            resume,
            answer -> {},
            Progress.NONE,
            new SweepControl());
  }

  @Test
  void findsTheCellThatHelps() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 8);
    SweepResults results = run(plan, temporary, false, new PaperEngine());
    assertEquals(8, results.cells().size());
    assertEquals(2.0 / 3, results.gridBaseline().mean(Measure.ACCURACY), 1e-12);
    assertEquals(SweepArm.cell(2, 2), results.chosen().orElseThrow());
    CellSummary best = results.cells().get(7);
    assertEquals(1, best.mean(Measure.ACCURACY));
    assertEquals(3, best.mean(Measure.STEPS));
    assertEquals(2, best.mean(Measure.DENSITY));
    assertEquals(1.0 / 3, best.comparisons().get(Measure.ACCURACY).difference(), 1e-12);
    CellSummary endless = results.cells().get(0);
    assertEquals(1, endless.mean(Measure.DEGENERATE_SHARE));
    assertEquals(0, endless.truncatedShare());
    assertTrue(results.check().isEmpty());
  }

  @Test
  void strengthZeroIsTheBaseline() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 8);
    PaperEngine engine = new PaperEngine();
    SweepResults results = run(plan, temporary, false, engine);
    long unsteered =
        engine.batches().stream()
            .flatMap(List::stream)
            .filter(asked -> asked.steerings().isEmpty())
            .count();
    assertEquals(PROBLEMS.size(), unsteered);
    CellSummary zero = results.cells().get(1);
    assertEquals(0, zero.strength());
    assertEquals(results.gridBaseline().means(), zero.means());
    assertTrue(zero.comparisons().isEmpty());
  }

  @Test
  void checksTheChoiceOnTheTestPart() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0.5, "random:2,flip,concise", 16);
    PaperEngine engine = new PaperEngine();
    SweepResults results = run(plan, temporary, false, engine);
    assertEquals(
        List.of("baseline", "steered", "random-1", "random-2", "flip", "concise"),
        results.check().stream().map(cell -> cell.arm().name()).toList());
    for (CellSummary cell : results.check()) {
      assertEquals(SweepPart.TEST, cell.part());
      assertEquals(6, cell.count());
    }
    assertTrue(results.cells().stream().allMatch(cell -> cell.part() == SweepPart.TUNING));
    assertTrue(results.cells().stream().allMatch(cell -> cell.count() == 6));
    assertEquals(1, results.check().get(4).mean(Measure.DEGENERATE_SHARE));
    List<String> systems =
        engine.batches().stream()
            .flatMap(List::stream)
            .map(asked -> asked.prompt().text())
            .filter(text -> text.contains("|"))
            .map(text -> text.substring(0, text.indexOf('|')))
            .toList();
    assertEquals(6, systems.size());
    assertEquals(List.of(Placebo.CONCISE_REQUEST), systems.stream().distinct().toList());
  }

  /** A crash after any number of answers, then a resume, gives the very bytes of one clean run. */
  @Test
  void resumesToTheSameBytes() throws IOException {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0.5, "random:1,flip", 7);
    Path clean = temporary.resolve("clean");
    run(plan, clean, false, new PaperEngine());
    long answers = Files.readAllLines(clean.resolve("answers.jsonl")).size();
    assertEquals(7 * 6 + 4 * 6, answers);
    for (int crash = 0; crash < answers; crash += 5) {
      Path folder = temporary.resolve("crash" + crash);
      PaperEngine broken = new PaperEngine().breakingAfter(crash);
      assertThrows(IllegalStateException.class, () -> run(plan, folder, false, broken));
      assertFalse(Files.exists(folder.resolve("cells.csv")));
      PaperEngine engine = new PaperEngine();
      run(plan, folder, true, engine);
      for (String name : List.of("cells.csv", "check.csv")) {
        assertArrayEquals(
            Files.readAllBytes(clean.resolve(name)),
            Files.readAllBytes(folder.resolve(name)),
            name + " after " + crash);
      }
      List<String> lines = Files.readAllLines(folder.resolve("answers.jsonl"));
      assertEquals(answers, lines.size());
      assertEquals(answers, new HashSet<>(lines).size());
    }
  }

  @Test
  void aFinishedSweepComputesNothingAgain() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0.5, "flip", 8);
    SweepResults first = run(plan, temporary, false, new PaperEngine());
    PaperEngine idle = new PaperEngine();
    SweepResults second = run(plan, temporary, true, idle);
    assertEquals(List.of(), idle.batches());
    assertEquals(first.cells(), second.cells());
    assertEquals(first.check(), second.check());
  }

  /** The lock must hold through the reading of the journal and until the tables are written. */
  @Test
  void aSecondSweepIsKeptOutOfTheFolder() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 8);
    List<String> refusals = new ArrayList<>();
    new SweepRunner(plan, PROBLEMS, SweepFixture.VECTOR, new PaperEngine())
        .run(
            new SweepFolder(temporary),
            SweepFixture.ORIGIN,
            false,
            answer -> {},
            (what, share) ->
                refusals.add(
                    assertThrows(
                            FaultException.class,
                            () -> run(plan, temporary, true, new PaperEngine()))
                        .getMessage()),
            new SweepControl());
    assertTrue(refusals.size() > 2);
    assertEquals(
        List.of("Another sweep is writing to " + temporary + ": this program itself."),
        refusals.stream().distinct().toList());
    run(plan, temporary, true, new PaperEngine());
  }

  @Test
  void refusesFoldersOfOtherSweeps() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 8);
    run(plan, temporary, false, new PaperEngine());
    FaultException taken =
        assertThrows(FaultException.class, () -> run(plan, temporary, false, new PaperEngine()));
    assertTrue(taken.getMessage().contains("already holds a sweep"), taken.getMessage());
    SweepPlan other = SweepFixture.plan(PROBLEMS, 0, "flip", 8);
    FaultException mixed =
        assertThrows(FaultException.class, () -> run(other, temporary, true, new PaperEngine()));
    assertTrue(mixed.getMessage().contains("another plan"), mixed.getMessage());
  }

  @Test
  void refusesProblemsAndVectorsThatAreNotThePlans() {
    SweepPlan plan = SweepFixture.plan(SweepFixture.problems(3), 0, "", 8);
    assertThrows(
        FaultException.class,
        () -> new SweepRunner(plan, PROBLEMS, SweepFixture.VECTOR, new PaperEngine()));
    SweepPlan right = SweepFixture.plan(PROBLEMS, 0, "", 8);
    SweepSubject subject = new SweepSubject("m", "float32", "other", PROBLEMS.fingerprint());
    SweepPlan wrong =
        new SweepPlan(
            subject, right.grid(), List.of(), right.choice(), 0, right.seed(), right.decoding());
    assertThrows(
        FaultException.class,
        () -> new SweepRunner(wrong, PROBLEMS, SweepFixture.VECTOR, new PaperEngine()));
  }

  @Test
  void stopsAndKeepsWhatIsDone() throws IOException {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 8);
    SweepControl control = new SweepControl();
    List<SweepAnswer> heard = new ArrayList<>();
    SweepRunner runner = new SweepRunner(plan, PROBLEMS, SweepFixture.VECTOR, new PaperEngine());
    assertThrows(
        CancellationException.class,
        () ->
            runner.run(
                new SweepFolder(temporary),
                SweepFixture.ORIGIN,
                false,
                answer -> {
                  heard.add(answer);
                  if (heard.size() == 11) {
                    control.cancel();
                  }
                },
                Progress.NONE,
                control));
    assertEquals(11, heard.size());
    assertEquals(11, Files.readAllLines(temporary.resolve("answers.jsonl")).size());
    assertEquals(11, runner.answers().size());
  }

  @Test
  void waitsWhilePaused() throws InterruptedException {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0, "", 8);
    SweepControl control = new SweepControl();
    control.pause();
    PaperEngine engine = new PaperEngine();
    SweepRunner runner = new SweepRunner(plan, PROBLEMS, SweepFixture.VECTOR, engine);
    Thread thread =
        new Thread(
            () ->
                runner.run(
                    new SweepFolder(temporary),
                    SweepFixture.ORIGIN,
                    false,
                    answer -> {},
                    Progress.NONE,
                    control));
    thread.start();
    thread.join(300);
    assertTrue(thread.isAlive());
    assertEquals(0, runner.answers().size());
    control.resume();
    thread.join(20_000);
    assertFalse(thread.isAlive());
    assertEquals(7 * 12, runner.answers().size());
  }

  @Test
  void reportsProgress() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0.5, "flip", 8);
    List<String> reports = new ArrayList<>();
    List<Double> fractions = new ArrayList<>();
    new SweepRunner(plan, PROBLEMS, SweepFixture.VECTOR, new PaperEngine())
        .run(
            new SweepFolder(temporary),
            SweepFixture.ORIGIN,
            false,
            answer -> {},
            (what, fraction) -> {
              reports.add(what);
              fractions.add(fraction);
            },
            new SweepControl());
    assertEquals("0 of 60 answers", reports.get(0));
    assertEquals("60 of 60 answers", reports.get(60));
    assertEquals(fractions.stream().sorted().toList(), fractions);
  }

  @Test
  void folderReadsBack() {
    SweepPlan plan = SweepFixture.plan(PROBLEMS, 0.5, "flip", 8);
    SweepResults results = run(plan, temporary, false, new PaperEngine());
    SweepFolder.Content content = new SweepFolder(temporary).read();
    assertEquals(plan, content.plan());
    assertEquals(PROBLEMS.problems(), content.problems().problems());
    assertEquals(results.check(), content.results().check());
  }
}
