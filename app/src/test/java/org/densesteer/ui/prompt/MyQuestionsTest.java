package org.densesteer.ui.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.problems.OwnQuestion;
import org.densesteer.evaluation.problems.ProblemFiles;
import org.densesteer.evaluation.problems.ProblemReading;
import org.densesteer.ui.common.Notices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that a person keeps. */
class MyQuestionsTest {

  @TempDir Path folder;

  private final Notices notices = new Notices();

  private MyQuestions questions() {
    MyQuestions mine =
        new MyQuestions(folder.resolve("mine.jsonl"), Runnable::run, Runnable::run, notices);
    mine.refresh();
    return mine;
  }

  private static List<String> words(MyQuestions mine) {
    return mine.listProperty().get().stream().map(OwnQuestion::question).toList();
  }

  private static OwnQuestion first(MyQuestions mine) {
    return mine.listProperty().get().get(0);
  }

  @Test
  void whatIsAddedIsThereInTheNextWindowAndOnlyOnce() {
    questions().add("  What is 2+3? ", () -> {});
    MyQuestions mine = questions();
    mine.add("What is 2+3?", () -> {});
    mine.add("And 4?", () -> {});
    assertEquals(List.of("What is 2+3?", "And 4?"), words(questions()));
  }

  @Test
  void anAnswerIsOptionalAndSweepsTakeThoseThatHaveOne() {
    MyQuestions mine = questions();
    assertThrows(FaultException.class, mine::problems);
    mine.add("What is 2+3?", () -> {});
    mine.add("Why?", () -> {});
    assertEquals(2, mine.problems().size());
    assertTrue(
        assertThrows(FaultException.class, () -> mine.problems().answered())
            .getMessage()
            .startsWith("No question of My questions has a right answer"));
    mine.answer(first(mine), " 5 ", () -> {});
    assertEquals("5", mine.problems().answered().problems().get(0).gold());
    assertEquals(1, mine.problems().answered().size());
    mine.answer(first(mine), "", () -> {});
    assertThrows(FaultException.class, () -> mine.problems().answered());
  }

  @Test
  void anAnswerThatNothingCanMatchIsSaidWhileItIsTyped() {
    assertEquals("“n/a” says that there is no answer", OwnQuestion.flaw("n/a").orElseThrow());
    assertTrue(OwnQuestion.flaw("5").isEmpty());
    assertTrue(OwnQuestion.flaw("").isEmpty());
  }

  @Test
  void aDeletedQuestionComesBackToItsPlace() {
    MyQuestions mine = questions();
    mine.add("One?", () -> {});
    mine.add("Two?", () -> {});
    mine.delete(first(mine), () -> {});
    assertEquals(List.of("Two?"), words(questions()));
    Objects.requireNonNull(Objects.requireNonNull(notices.shownProperty().get()).offer())
        .action()
        .run();
    assertEquals(List.of("One?", "Two?"), words(questions()));
  }

  @Test
  void theFileIsAProblemFileLikeAnyOther() {
    MyQuestions mine = questions();
    mine.add("What is 2+3?", () -> {});
    mine.answer(first(mine), "5", () -> {});
    assertEquals(
        "5",
        ProblemFiles.read(folder.resolve("mine.jsonl"), ProblemReading.AUTOMATIC)
            .problems()
            .get(0)
            .gold());
  }

  @Test
  void aBrokenFileIsSetAside() throws IOException {
    Files.writeString(folder.resolve("mine.jsonl"), "{\"question\": \"Wh");
    assertEquals(List.of(), words(questions()));
    assertTrue(
        Objects.requireNonNull(notices.shownProperty().get())
            .sentence()
            .contains("was set aside as mine-broken-"));
  }
}
