package org.densesteer.ui.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.densesteer.files.numpy.NpyWriter;
import org.densesteer.steering.LintFinding;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMath;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorExport;
import org.densesteer.steering.format.VectorFormat;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.ui.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {

  @TempDir Path folder;

  private VectorsFixture ui;
  private ImportViewModel imports;

  @BeforeEach
  void open() {
    ui = new VectorsFixture(folder.resolve("library"));
    imports = new ImportViewModel(ui.library, ui.check, ui.tasks, ui.notices);
  }

  private Path file(String name, int width, VectorFormat format) {
    Path file = folder.resolve(name);
    SteeringVector vector = Samples.vector(6, width);
    VectorExport.write(vector, ExportOptions.of(format), file);
    return file;
  }

  @Test
  void aFileIsLookedAtBeforeItIsTaken() {
    imports.begin(List.of(file("repo,dense.pt", 192, VectorFormats.PYTORCH)));
    assertEquals("repo-dense", imports.nameProperty().get());
    assertTrue(ui.library.all().stream().allMatch(entry -> entry.readOnly()));
    imports.nameProperty().set("mine");
    imports.take();
    assertEquals("mine", ui.library.selectedProperty().get().name());
    assertEquals(
        "From repo,dense.pt (PyTorch, float32)",
        ui.library.selectedProperty().get().annotation().note());
    assertEquals(
        Samples.vector(6, 192).norm(5), ui.store.list().entries().get(0).load().norm(5), 0);
    assertNull(imports.readProperty().get());
  }

  @Test
  void aGgufFileIsReadAgainInTheOtherConvention() {
    imports.begin(List.of(file("control.gguf", 192, VectorFormats.GGUF)));
    assertEquals(
        Set.of(1, 2, 3, 4, 5), imports.readProperty().get().vector().directions().keySet());
    imports.ggufLayerOffsetProperty().set(1);
    assertEquals(
        Set.of(0, 1, 2, 3, 4), imports.readProperty().get().vector().directions().keySet());
    imports.take();
    assertEquals(Set.of(0, 1, 2, 3, 4), ui.entry("control").summary().norms().keySet());
    assertTrue(ui.entry("control").annotation().note().endsWith("counted one lower"));
  }

  @Test
  void theNextFileBeginsWithTheUsualConvention() {
    imports.begin(
        List.of(
            file("one.gguf", 192, VectorFormats.GGUF), file("two.gguf", 192, VectorFormats.GGUF)));
    imports.ggufLayerOffsetProperty().set(1);
    assertEquals(1, imports.waiting());
    imports.skip();
    assertEquals("two", imports.nameProperty().get());
    assertEquals(0, imports.ggufLayerOffsetProperty().get());
    assertEquals(1, imports.readProperty().get().vector().directions().firstKey());
    imports.skip();
    assertNull(imports.readProperty().get());
    assertNull(imports.file());
  }

  private Path array(String name, float... values) throws IOException {
    return Files.write(folder.resolve(name), NpyWriter.vector(values));
  }

  @Test
  void theLayerOfASingleDirectionIsAskedFor() throws IOException {
    imports.begin(List.of(array("direction.npy", 1, 2)));
    assertTrue(imports.asksForLayer());
    assertTrue(imports.findings().toString().contains("fill it in, counted from 0"));
    imports.take();
    assertTrue(ui.library.all().stream().allMatch(entry -> entry.readOnly()));
    imports.layerProperty().set("7");
    assertEquals(Set.of(7), imports.readProperty().get().vector().directions().keySet());
    imports.take();
    assertEquals(Set.of(7), ui.entry("direction").summary().norms().keySet());
  }

  @Test
  void theLayerInAFilesNameIsTakenUnlessAnotherIsTyped() throws IOException {
    imports.begin(List.of(array("vec_layer_3.npy", 1, 2), array("x_L4.npy", 1, 2)));
    assertEquals("3, from the file's name", imports.namedLayerWords());
    imports.layerProperty().set("2");
    assertEquals(Set.of(2), imports.readProperty().get().vector().directions().keySet());
    imports.skip();
    assertEquals("", imports.layerProperty().get());
    imports.take();
    assertEquals(Set.of(4), ui.entry("x_L4").summary().norms().keySet());
  }

  @Test
  void whatDoesNotFitTheModelIsSaidBeforehand() {
    imports.begin(List.of(file("narrow.npz", 64, VectorFormats.NPZ)));
    assertTrue(
        imports.findings().stream().anyMatch(finding -> finding.sentence().contains("64 wide")));
  }

  @Test
  void aBrokenFileHasItsSentenceAndTheNextOneIsShown() throws IOException {
    Path broken = folder.resolve("broken.pt");
    Files.writeString(broken, "no vector");
    imports.begin(List.of(broken, file("good.json", 192, VectorFormats.JSON)));
    assertTrue(ui.sentence().contains("broken.pt"), ui.sentence());
    assertEquals("good", imports.nameProperty().get());
    assertNotNull(imports.readProperty().get());
  }

  @Test
  void whatTheReaderAndTheLintBothFindIsSaidOnce() {
    Path file = folder.resolve("zero.pt");
    SteeringVector zero = VectorMath.scale(Samples.vector(2, 192), 0);
    VectorExport.write(zero, ExportOptions.of(VectorFormats.PYTORCH), file);
    imports.begin(List.of(file));
    List<String> said = imports.findings().stream().map(LintFinding::sentence).toList();
    assertEquals(
        1, said.stream().filter(text -> text.contains("is zero at")).count(), said.toString());
  }

  @Test
  void ofSeveralBrokenFilesAllAreNamed() throws IOException {
    List<Path> broken = new ArrayList<>();
    for (String name : List.of("a.pt", "b.json", "c.npz", "d.gguf", "e.npy")) {
      broken.add(Files.writeString(folder.resolve(name), "no vector"));
    }
    imports.begin(broken.subList(0, 2));
    assertEquals("2 files cannot be imported: a.pt, b.json.", ui.sentence());
    imports.begin(broken);
    assertEquals(
        "5 files cannot be imported: a.pt, b.json, c.npz, d.gguf and 1 more.", ui.sentence());
    List<String> details = ui.notices.shownProperty().get().details().lines().toList();
    assertEquals(5, details.size());
    assertTrue(details.get(4).contains("e.npy is broken"), details.get(4));
    imports.begin(broken.subList(4, 5));
    assertTrue(ui.sentence().startsWith("The NumPy array file "), ui.sentence());
  }

  @Test
  void aNameThatCannotBeUsedKeepsTheFileWaiting() {
    imports.begin(List.of(file("good.json", 192, VectorFormats.JSON)));
    imports.nameProperty().set("a:b");
    imports.take();
    assertTrue(ui.sentence().startsWith("The name a:b has one of"), ui.sentence());
    assertNotNull(imports.readProperty().get());
  }
}
