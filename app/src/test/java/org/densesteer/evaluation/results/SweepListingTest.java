package org.densesteer.evaluation.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.run.SweepFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepListingTest {

  private static final ProblemSet PROBLEMS = SweepFixture.problems(4);

  /** Two layers, three strengths and the baseline on four problems are 28 answers. */
  private static final SweepPlan PLAN = SweepFixture.plan(PROBLEMS, 0, "", 8);

  @TempDir Path sweeps;

  /** A sweep of which some answers are there. */
  private SweepFolder sweep(String name, int answers) throws IOException {
    SweepFolder folder = new SweepFolder(Files.createDirectory(sweeps.resolve(name)));
    try (SweepJournal journal = folder.begin(PLAN, SweepFixture.ORIGIN, PROBLEMS, false)) {
      int left = answers;
      for (SweepArm arm : PLAN.gridArms()) {
        for (Problem problem : PROBLEMS.problems()) {
          if (left-- > 0) {
            AnswerKey key = new AnswerKey(arm, problem.id());
            journal.append(
                PlainAnswers.of(key, "So 1", "1", true, 1, 2, 2, 0.1, 0.1, 2, false, false));
          }
        }
      }
    }
    return folder;
  }

  private SweepEntry only() {
    List<SweepEntry> entries = SweepListing.of(sweeps, List.of());
    assertEquals(1, entries.size(), entries::toString);
    return entries.get(0);
  }

  private static SweepEntry.Known known(SweepEntry entry) {
    assertNotNull(entry.known(), entry.flaw());
    return entry.known();
  }

  @Test
  void anUnfinishedSweepSaysHowFarItIs() throws IOException {
    SweepFolder folder = sweep("a", 7);
    Files.writeString(
        folder.answersFile(), Files.readString(folder.answersFile()) + "{\"plan\":\"cut off whi");
    SweepEntry.Known known = known(only());
    assertEquals(7, known.answered());
    assertEquals(28, known.total());
    assertEquals(4, known.problems());
    assertEquals(0.25, known.done());
    assertFalse(known.finished());
    assertEquals("", only().flaw());
    assertEquals("dense", known.origin().vectorName());
  }

  @Test
  void oneThatWasKilledBeforeItsFirstAnswerIsThereToo() throws IOException {
    SweepFolder folder = sweep("a", 0);
    Files.delete(folder.answersFile());
    assertEquals(0, known(only()).answered());
  }

  @Test
  void itIsFinishedOnceItsResultsAreWritten() throws IOException {
    SweepFolder folder = sweep("a", 28);
    assertFalse(known(only()).finished());
    assertTrue(known(only()).done() < 1);
    folder.writeTables(PLAN, folder.read().results());
    assertTrue(known(only()).finished());
    assertEquals(1, known(only()).done());
  }

  @Test
  void whatCannotBeReadIsNamedInOneSentence() throws IOException {
    Path plan = sweep("newer", 3).planFile();
    String text = Files.readString(plan);
    Files.writeString(plan, text.replace("\"seed\"", "\"gate\" : \"open\",\n    \"seed\""));
    assertNull(only().known());
    assertEquals(
        plan
            + " has a field “gate” that this version does not know: a newer version of the workbench made the sweep, or the file was changed by hand.",
        only().flaw());
    Files.writeString(plan, text.replace("[ ]", "[ \"sugar-1\" ]"));
    assertEquals(
        plan
            + " is not the plan of a sweep that this version can use: There is no placebo named sugar-1.",
        only().flaw());
    Files.writeString(plan, text.substring(0, 40));
    assertEquals(plan + " is not the plan of a sweep.", only().flaw());
    Files.writeString(plan, text);
    SweepFolder folder = new SweepFolder(sweeps.resolve("newer"));
    List<String> lines = Files.readAllLines(folder.answersFile());
    Files.write(folder.answersFile(), List.of(lines.get(0), "no answer", lines.get(1)));
    assertEquals(
        "Line 2 of " + folder.answersFile() + " is not an answer of this sweep.", only().flaw());
  }

  @Test
  void foldersOfOtherKindsArePassedOverAndOthersAreLookedInto() throws IOException {
    Files.createDirectory(sweeps.resolve("pairs"));
    Path elsewhere = Files.createDirectory(sweeps.resolve("pairs/mine"));
    SweepFolder folder = new SweepFolder(elsewhere);
    folder.begin(PLAN, SweepFixture.ORIGIN, PROBLEMS, false).close();
    Path gone = sweeps.resolve("pairs/gone");
    assertEquals(List.of(), SweepListing.of(sweeps, List.of()));
    List<SweepEntry> entries = SweepListing.of(sweeps, List.of(elsewhere, gone));
    assertEquals(List.of(elsewhere, gone), entries.stream().map(e -> e.folder().path()).toList());
    assertEquals(gone + " is not there any more.", entries.get(1).flaw());
    assertEquals(List.of(), SweepListing.of(sweeps.resolve("nothing"), List.of()));
  }

  @Test
  void theLatestStandsFirst() throws IOException {
    SweepFolder old = sweep("old", 1);
    for (Path file : List.of(old.planFile(), old.answersFile())) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }
    sweep("new", 1);
    assertEquals(
        List.of("new", "old"),
        SweepListing.of(sweeps, List.of()).stream()
            .map(e -> e.folder().path().getFileName().toString())
            .toList());
  }

  @Test
  void whatIsDeletedCanBeBroughtBackForADay() throws IOException {
    SweepFolder folder = sweep("a", 5);
    DeletedSweep gone = DeletedSweep.delete(folder);
    assertEquals(List.of(), SweepListing.of(sweeps, List.of()));
    DeletedSweep.forgetOld(sweeps, Instant.now());
    gone.restore();
    assertEquals(5, known(only()).answered());
    DeletedSweep again = DeletedSweep.delete(folder);
    sweep("a", 2);
    FaultException fault = assertThrows(FaultException.class, again::restore);
    assertTrue(fault.getMessage().contains("another one lies there"), fault.getMessage());
    assertEquals(2, known(only()).answered());
    DeletedSweep.forgetOld(sweeps, Instant.now().plusSeconds(100_000));
    assertFalse(Files.exists(again.kept()));
    assertEquals(2, known(only()).answered());
  }
}
