package org.densesteer.ui.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import org.densesteer.extraction.PairFiles;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsViewModelTest {

  @TempDir private Path folder;
  private Path file;
  private final ExtractPageFixture page = new ExtractPageFixture();

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("pairs.jsonl");
    Files.writeString(
        file,
        """
        {"question": "3 and 4?", "sparse": "We add.\\n\\n3 + 4 = 7\\n\\n7", "dense": "3 + 4 = 7 so\\n\\n7"}
        {"question": "1 and 1?", "sparse": "We add.\\n\\n1 + 1 = 2\\n\\n2", "dense": "We add 1 and 1 and so it is\\n\\n3"}
        {"question": "5 and 1?", "sparse": "We add.\\n\\n5 + 1 = 6\\n\\n6", "answer": 6}
        """);
  }

  private PairItem item(int index) {
    return page.pairs.items().get(index);
  }

  private List<Boolean> used() {
    return page.pairs.items().stream().map(item -> item.usedProperty().get()).toList();
  }

  @Test
  void importedPairsAreMeasuredAndOnlyGoodOnesUsed() {
    page.loaded().pairs.importFile(file);
    assertEquals(List.of(true, false, false), used());
    assertEquals("3 → 2", PairWords.steps(item(0).assessmentProperty().get()));
    assertEquals("other answer, new numbers", PairWords.checks(item(1).assessmentProperty().get()));
    assertEquals("✓", PairWords.right(item(2).assessmentProperty().get()));
    assertEquals("no dense answer", PairWords.checks(item(2).assessmentProperty().get()));
    assertEquals(1, page.pairs.used().size());
    assertTrue(PairWords.summary(page.pairs.items()).startsWith("3 pairs · 1 in use · mean ρ "));
  }

  @Test
  void aBrokenFileGetsItsSentenceAndChangesNothing() throws IOException {
    Files.writeString(file, "{\"question\": \"q\"}");
    page.loaded().pairs.importFile(file);
    assertTrue(page.sentence().startsWith("Line 1 of "), page.sentence());
    assertTrue(page.pairs.items().isEmpty());
    assertFalse(page.job.runningProperty().get());
  }

  @Test
  void pairsReadBeforeAModelIsThereAreMeasuredOnceItIs() {
    page.pairs.importFile(file);
    assertNull(item(0).assessmentProperty().get());
    assertEquals(List.of(false, false, false), used());
    page.loaded();
    assertEquals(List.of(true, false, false), used());
  }

  @Test
  void anotherModelMeasuresAnewAndLeavesTheChoice() {
    page.loaded().pairs.importFile(file);
    item(0).usedProperty().set(false);
    item(1).usedProperty().set(true);
    page.models.open(Source.model(Path.of("other")));
    assertEquals(2, page.engines.size());
    assertEquals(List.of(false, true, false), used());
  }

  @Test
  void whatAPersonTypesIsCheckedAtOnce() {
    page.loaded().pairs.importFile(file);
    page.pairs.editDense(item(2), "We add 5 + 1 = 6 and so on\n\n6");
    assertEquals(List.of(true, false, true), used());
    page.pairs.editDense(item(2), "8");
    assertFalse(item(2).usedProperty().get());
    assertEquals(
        "The sparse answer gives 6 and the dense one 8.",
        item(2).assessmentProperty().get().flags().get(0).sentence());
    page.pairs.editSparse(item(2), "It is 5");
    assertEquals("✗", PairWords.right(item(2).assessmentProperty().get()));
  }

  @Test
  void whatIsSavedCanBeImported() {
    page.loaded().pairs.importFile(file);
    Path copy = folder.resolve("copy.jsonl");
    page.pairs.save(copy);
    assertEquals(PairFiles.readDrafts(file), PairFiles.readDrafts(copy));
    assertTrue(page.sentence().startsWith("3 pairs were written to "));
  }

  @Test
  void removedPairsAreGone() {
    page.loaded().pairs.importFile(file);
    page.pairs.remove(List.of(item(0), item(2)));
    assertEquals(
        List.of("1 and 1?"), page.pairs.items().stream().map(i -> i.draft().question()).toList());
  }

  private List<String> questions() {
    return page.pairs.items().stream().map(i -> i.draft().question()).toList();
  }

  @Test
  void removedPairsComeBackToTheirPlacesInTurn() {
    page.loaded().pairs.importFile(file);
    List<String> before = questions();
    item(1).usedProperty().set(true);
    page.pairs.remove(List.of(item(0), item(2)));
    assertEquals("2 pairs were removed.", page.pairs.undoOfferProperty().get());
    page.pairs.remove(page.pairs.items());
    assertEquals(List.of(), questions());
    assertEquals("A pair was removed.", page.pairs.undoOfferProperty().get());
    page.pairs.undo();
    assertEquals(List.of("1 and 1?"), questions());
    page.pairs.undo();
    assertEquals(before, questions());
    assertEquals(List.of(true, true, false), used());
    assertEquals("", page.pairs.undoOfferProperty().get());
    page.pairs.undo();
    assertEquals(before, questions());
  }

  @Test
  void aForgottenRemovalStaysOne() {
    page.loaded().pairs.importFile(file);
    page.pairs.remove(List.of(item(0)));
    page.pairs.forgetUndo();
    page.pairs.undo();
    assertEquals(2, page.pairs.items().size());
    page.pairs.remove(List.of());
    assertEquals("", page.pairs.undoOfferProperty().get());
  }

  @Test
  void denseAnswersThatARewriterReplacedComeBack() {
    page.loaded().pairs.importFile(file);
    String before = item(1).draft().dense();
    page.maker.densifyByRule(page.pairs.items());
    assertFalse(item(1).draft().dense().equals(before));
    assertEquals("2 dense answers were replaced.", page.pairs.undoOfferProperty().get());
    String made = item(2).draft().dense();
    page.pairs.undo();
    assertEquals(before, item(1).draft().dense());
    assertEquals(made, item(2).draft().dense());
    assertEquals("", page.pairs.undoOfferProperty().get());
  }

  @Test
  void theMenuSaysWhatItReplaces() {
    page.loaded().pairs.importFile(file);
    assertEquals("1 pair of 3 without a dense answer", PairWords.chosen(List.of(item(2)), 3));
    assertEquals(
        "2 pairs of 3; replaces a dense answer", PairWords.chosen(List.of(item(0), item(2)), 3));
  }

  @Test
  void whetherAnyPairCanBeExtractedFollowsTicksAndTexts() {
    BooleanBinding any = page.loaded().pairs.anyUsed();
    assertFalse(any.get());
    page.pairs.importFile(file);
    assertTrue(any.get());
    item(0).usedProperty().set(false);
    assertFalse(any.get());
    item(2).usedProperty().set(true);
    assertFalse(any.get(), "ticked, but without a dense answer");
    page.pairs.editDense(item(2), "5 + 1 = 6 so\n\n6");
    assertTrue(any.get());
  }
}
