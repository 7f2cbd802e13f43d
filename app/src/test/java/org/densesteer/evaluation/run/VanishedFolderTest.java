package org.densesteer.evaluation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.densesteer.common.FaultException;
import org.densesteer.common.Folders;
import org.densesteer.common.OwnerLock;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.SweepAnswer;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep whose folder goes while it is under way says so, and does not end as if all were well.
 */
class VanishedFolderTest {

  private static final ProblemSet PROBLEMS = SweepFixture.problems(4);
  private static final SweepPlan PLAN = SweepFixture.plan(PROBLEMS, 0, "flip", 3);

  @TempDir Path temporary;

  private interface Accident {
    void befall(Path folder) throws IOException;
  }

  private SweepResults sweep(Path folder, Accident accident) {
    AtomicInteger heard = new AtomicInteger();
    return run(
        folder,
        answer -> {
          if (heard.incrementAndGet() == 3) {
            try {
              accident.befall(folder);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        },
        Progress.NONE);
  }

  private static SweepResults run(Path folder, Consumer<SweepAnswer> onAnswer, Progress progress) {
    return new SweepRunner(PLAN, PROBLEMS, SweepFixture.VECTOR, new PaperEngine())
        .run(
            new SweepFolder(folder),
            SweepFixture.ORIGIN,
            false,
            onAnswer,
            progress,
            new SweepControl());
  }

  private void assertSaid(Path folder, Accident accident) {
    FaultException fault = assertThrows(FaultException.class, () -> sweep(folder, accident));
    assertEquals(
        folder.resolve("answers.jsonl")
            + " was removed or moved away while the sweep was writing to it.",
        fault.getMessage());
  }

  @Test
  void aFolderThatIsRemoved() {
    assertSaid(temporary.resolve("removed"), Folders::remove);
  }

  @Test
  void aFolderThatIsRenamed() {
    assertSaid(
        temporary.resolve("renamed"),
        folder -> Files.move(folder, folder.resolveSibling("elsewhere")));
  }

  @Test
  void aJournalThatIsReplaced() {
    assertSaid(
        temporary.resolve("replaced"),
        folder -> {
          Path other = Files.createFile(temporary.resolve("other"));
          Files.delete(folder.resolve("answers.jsonl"));
          Files.move(other, folder.resolve("answers.jsonl"));
        });
  }

  @Test
  void aFileThatIsReadAgainLater() {
    Path folder = temporary.resolve("later");
    FaultException fault =
        assertThrows(
            FaultException.class, () -> sweep(folder, f -> Files.delete(f.resolve("plan.json"))));
    assertEquals(gone(folder.resolve("plan.json")), fault.getMessage());
  }

  @Test
  void aFolderThatIsMadeAnewForTheTables() {
    Path folder = temporary.resolve("tables");
    Progress accident =
        (what, done) -> {
          if (what.equals("statistics")) {
            remove(folder);
          }
        };
    FaultException fault = assertThrows(FaultException.class, () -> run(folder, a -> {}, accident));
    assertEquals(gone(folder.resolve("plan.json")), fault.getMessage());
  }

  @Test
  void aLockThatAnotherCouldPass() throws IOException {
    SweepFolder folder = new SweepFolder(temporary.resolve("locked"));
    try (OwnerLock owned = folder.claim()) {
      remove(folder.path());
      folder.begin(PLAN, SweepFixture.ORIGIN, PROBLEMS, false).close();
      FaultException fault = assertThrows(FaultException.class, () -> folder.requireWhole(owned));
      assertEquals(gone(folder.path().resolve("sweep.lock")), fault.getMessage());
    }
  }

  private static String gone(Path file) {
    return file + " was removed or moved away while the sweep was writing to its folder.";
  }

  private static void remove(Path folder) {
    try {
      Folders.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
