package org.densesteer.ui.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.steering.LintFinding.Severity;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailsViewModelTest {

  @TempDir Path folder;

  private VectorsFixture ui;
  private DetailsViewModel details;

  @BeforeEach
  void open() {
    ui = new VectorsFixture(folder).with("dense", "sparse");
    details =
        new DetailsViewModel(ui.library, ui.steering, ui.mixer, ui.check, ui.tasks, ui.notices);
  }

  @Test
  void theSelectedVectorIsReadAndCanBeUsedAndMixed() {
    assertNull(details.vectorProperty().get());
    ui.select("dense");
    assertNotNull(details.vectorProperty().get());
    assertEquals(List.of(), details.findingsProperty().get());
    details.use();
    assertEquals("dense", ui.steering.vectorProperty().getValue().source().name());
    assertEquals(
        "The vector dense is in use now at layer 5, λ +2.00; its answers are on Compare (Ctrl+1).",
        ui.sentence());
    assertEquals(2, ui.steering.stateProperty().get().strength());
    ui.select("sparse");
    details.addToMix();
    assertTrue(ui.sentence().startsWith("The vector sparse works at layer 5, λ +2.00"));
    assertEquals(
        List.of("dense", "sparse"),
        ui.steering.steerings().stream().map(steering -> steering.vector().name()).toList());
  }

  @Test
  void aVectorForAnotherModelIsFoundOut() {
    ui.store.add(Samples.vector(6, 64).renamed("narrow"), "", List.of());
    ui.library.refresh();
    ui.select("narrow");
    assertEquals(1, details.findingsProperty().get().size());
    assertEquals(Severity.ERROR, details.findingsProperty().get().get(0).severity());
    assertTrue(details.findingsProperty().get().get(0).sentence().contains("64 wide"));
    details.use();
    assertTrue(ui.sentence().contains("64 wide"), ui.sentence());
    assertTrue(ui.sentence().endsWith("only the baseline runs."), ui.sentence());
  }

  @Test
  void whatKeepsAMixFromRunningIsSaidWhicheverVectorIsPutInUse() {
    ui.store.add(Samples.vector(6, 64).renamed("narrow"), "", List.of());
    ui.library.refresh();
    ui.select("dense");
    details.use();
    ui.select("narrow");
    details.addToMix();
    assertTrue(ui.sentence().startsWith("The vector narrow, 64 wide"), ui.sentence());
    ui.select("sparse");
    details.use();
    assertTrue(ui.sentence().startsWith("The vector narrow, 64 wide"), ui.sentence());
  }

  @Test
  void theLastSelectionWinsWhateverIsReadFirst() {
    ui.tasks.hold();
    ui.select("dense");
    ui.select("sparse");
    ui.tasks.release();
    assertEquals("sparse", details.vectorProperty().get().name());
  }

  @Test
  void aNoteDoesNotReadTheVectorAgain() {
    ui.select("dense");
    SteeringVector before = details.vectorProperty().get();
    ui.library.annotate("note", List.of());
    assertSame(before, details.vectorProperty().get());
  }

  @Test
  void tagsAreWordsBetweenCommas() {
    assertEquals(List.of("a b", "c"), DetailsViewModel.tags(" a b, c;; ,c"));
    assertEquals(List.of(), DetailsViewModel.tags(" "));
  }
}
