package org.densesteer.ui.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.extraction.QuestionTemplate;
import org.densesteer.extraction.SparseAnswers;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.Test;

class PairMakerTest {

  private final ExtractPageFixture page = new ExtractPageFixture().loaded();

  private void make(int wanted) {
    page.maker.make(Source.SAMPLE_PROBLEMS, wanted, QuestionTemplate.PLAIN);
  }

  private List<PairItem> items() {
    return List.copyOf(page.pairs.items());
  }

  @Test
  void rightAnswersBecomeTheSparseSide() {
    make(10);
    assertEquals(10, items().size());
    assertEquals("What is 1 + 0?", items().get(0).draft().question());
    assertEquals("We have 1.\n\nWe add 0.\n\n\\boxed{1}", items().get(0).draft().sparse());
    assertFalse(items().get(0).usedProperty().get());
    assertEquals(
        "Kept 10 of 11 answers; 1 were wrong, 0 were cut off, 0 had a single step.",
        page.sentence());
  }

  @Test
  void makingMoreAsksNoQuestionTwice() {
    make(10);
    make(10);
    assertEquals(20, items().stream().map(i -> i.draft().question()).distinct().count());
  }

  @Test
  void thePaperFormAsksByItsInstruction() {
    page.maker.make(Source.SAMPLE_PROBLEMS, 1, QuestionTemplate.PAPER);
    assertTrue(page.engines.get(0).extraction.asked.get(0).contains("Solve the following math"));
  }

  @Test
  void tooSmallASetIsSaid() {
    Notice notice = PairMaker.describe(new SparseAnswers.Outcome(3, 2, 1, 0), 50);
    assertEquals(Notice.Severity.WARNING, notice.severity());
    assertTrue(notice.sentence().endsWith("The set has no more problems."));
  }

  @Test
  void theRuleMakesPairsThatPass() {
    make(5);
    page.maker.densifyByRule(items());
    assertEquals(5, page.pairs.used().size());
    assertEquals("We have 1. We add 0.\n\n\\boxed{1}", items().get(0).draft().dense());
  }

  @Test
  void theLoadedModelIsAskedToRewrite() {
    make(2);
    page.maker.densifyByModel(items());
    assertTrue(
        page.engines.get(0).extraction.asked.stream()
            .anyMatch(chat -> chat.contains("merge two adjacent steps")));
    assertTrue(items().stream().noneMatch(i -> i.draft().dense().isBlank()));
  }

  @Test
  void aSecondCheckpointIsFreedAfterItsWork() {
    make(2);
    page.maker.densifyByCheckpoint(Path.of("second"), items());
    assertEquals(2, page.engines.size());
    assertTrue(page.engines.get(1).closed);
    assertFalse(page.engines.get(0).closed);
    assertFalse(items().get(0).draft().dense().isBlank());
    page.maker.densifyByCheckpoint(Path.of("broken"), items());
    assertEquals("The folder broken has no config.json.", page.sentence());
  }

  @Test
  void whatAPersonTypedMeanwhileStays() {
    make(2);
    page.tasks.hold();
    page.maker.densifyByRule(items());
    page.pairs.editDense(items().get(0), "mine");
    page.tasks.release();
    assertEquals("mine", items().get(0).draft().dense());
    assertEquals("We have 2. We add 0.\n\n\\boxed{2}", items().get(1).draft().dense());
  }

  @Test
  void withoutModelOrPairsThereIsASentence() {
    ExtractPageFixture empty = new ExtractPageFixture();
    empty.maker.make(Source.SAMPLE_PROBLEMS, 1, QuestionTemplate.PLAIN);
    assertTrue(empty.sentence().startsWith("No model is loaded"));
    empty.maker.densifyByRule(List.of());
    assertTrue(empty.sentence().startsWith("There is no pair to densify"));
  }
}
