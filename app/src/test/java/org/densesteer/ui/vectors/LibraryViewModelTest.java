package org.densesteer.ui.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.ui.Samples;
import org.densesteer.ui.settings.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryViewModelTest {

  @TempDir Path folder;

  private VectorsFixture ui;

  @BeforeEach
  void open() {
    ui = new VectorsFixture(folder).with("dense", "sparse");
  }

  @Test
  void ownVectorsComeFirstAndTheSearchNarrows() {
    assertEquals(List.of("dense", "sparse", "built in"), ui.shown());
    ui.library.searchProperty().set("SPARS");
    assertEquals(List.of("sparse"), ui.shown());
    ui.library.searchProperty().set("");
    assertEquals(3, ui.shown().size());
  }

  @Test
  void renamingFollowsTheVectorIntoUseAndSelection() {
    assertTrue(ui.vectors.all().contains(Source.vector(ui.entry("dense").file())));
    ui.select("dense");
    ui.vectors.open(Source.vector(ui.entry("dense").file()));
    ui.library.rename("denser");
    assertEquals("denser", ui.library.selectedProperty().get().name());
    assertEquals("denser", ui.steering.vectorProperty().getValue().source().name());
    assertTrue(ui.settings.vectorProperty().get().endsWith("denser.safetensors"));
    assertEquals(
        List.of(Source.SAMPLE_VECTOR.name(), "denser", "sparse", "built in"),
        ui.vectors.all().stream().map(Source::name).toList());
  }

  @Test
  void aRefusedNameLeavesEverythingAndSaysWhy() {
    ui.select("dense");
    ui.library.rename("sparse");
    assertEquals("The library has a vector sparse already; choose another name.", ui.sentence());
    assertEquals("dense", ui.library.selectedProperty().get().name());
  }

  @Test
  void aNoteDoesNotTakeTheSelectionBack() {
    ui.select("dense");
    ui.tasks.hold();
    ui.library.annotate("good", List.of("paper"));
    ui.select("sparse");
    ui.tasks.release();
    assertEquals("sparse", ui.library.selectedProperty().get().name());
    assertEquals("good", ui.entry("dense").annotation().note());
    assertEquals(List.of("paper"), ui.entry("dense").annotation().tags());
  }

  @Test
  void aNoteThatChangesNothingIsNotWritten() {
    ui.select("dense");
    int before = ui.tasks.titles.size();
    ui.library.annotate("", List.of());
    assertEquals(before, ui.tasks.titles.size());
  }

  @Test
  void whatWasRefusedBeforeIsNotHeldAgainstWhatIsDoneNow() {
    ui.select("dense");
    ui.library.rename("a:b");
    assertTrue(ui.sentence().contains("a:b"), ui.sentence());
    ui.library.rename("denser");
    assertEquals("", ui.sentence());
  }

  @Test
  void duplicatesAreSelected() {
    ui.select("dense");
    ui.library.duplicate();
    assertEquals("dense copy", ui.library.selectedProperty().get().name());
  }

  @Test
  void deletionsAreTakenBackTheLastFirst() {
    ui.select("dense");
    ui.library.delete();
    assertNull(ui.library.selectedProperty().get());
    ui.select("sparse");
    ui.library.delete();
    assertEquals(List.of("built in"), ui.shown());
    assertEquals("sparse", ui.library.lastDeletedProperty().get().name());
    ui.library.undoDelete();
    assertEquals("sparse", ui.library.selectedProperty().get().name());
    ui.library.undoDelete();
    assertEquals(List.of("dense", "sparse", "built in"), ui.shown());
    assertNull(ui.library.lastDeletedProperty().get());
    ui.library.undoDelete();
    assertEquals(3, ui.shown().size());
  }

  @Test
  void samplesStayAsTheyAre() {
    ui.select("built in");
    ui.library.delete();
    ui.library.rename("mine");
    ui.library.annotate("note", List.of());
    assertEquals(List.of("dense", "sparse", "built in"), ui.shown());
    assertNull(ui.library.lastDeletedProperty().get());
  }

  @Test
  void anAddedVectorIsSelected() {
    ui.library.add(Samples.vector(3, 8).renamed("new"), "from a test");
    assertEquals("new", ui.library.selectedProperty().get().name());
    assertEquals("from a test", ui.library.selectedProperty().get().annotation().note());
  }

  @Test
  void aBrokenFileIsToldOnceAndHidesNothing() throws IOException {
    Files.writeString(folder.resolve("broken.safetensors"), "no tensor");
    ui.library.refresh();
    assertTrue(ui.sentence().contains("broken.safetensors"), ui.sentence());
    assertEquals(3, ui.shown().size());
    ui.notices.dismiss();
    ui.library.refresh();
    assertEquals("", ui.sentence());
  }
}
