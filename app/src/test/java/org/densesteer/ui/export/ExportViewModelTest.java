package org.densesteer.ui.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.densesteer.steering.GateText;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringSum;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorGate;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.UsageHint;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {

  @TempDir Path folder;

  private final Notices notices = new Notices();

  private ExportViewModel export(double strength) {
    return new ExportViewModel(
        Steering.everywhere(Samples.vector(6, 192), 4, strength),
        new ScriptedEngine(192, 6, 0).info(),
        new SameThreadTasks(),
        notices);
  }

  @Test
  void theLayerInUseGoesToAFileThatRemembersTheTuning() {
    ExportViewModel export = export(1.5);
    Path file = folder.resolve(export.suggestedName());
    export.export(file);
    assertNotNull(export.reportProperty().get());
    SteeringVector read = VectorFiles.read(file).vector();
    assertEquals(Set.of(4), read.directions().keySet());
    assertEquals(Samples.vector(6, 192).norm(4), read.norm(4), 1e-6);
    assertEquals(4, read.metadata().recommendedLayer().orElseThrow());
    assertEquals(1.5, read.metadata().recommendedStrength().orElseThrow());
    assertEquals("Scripted model", read.metadata().get(VectorMetadata.MODEL_ID));
    assertEquals("everywhere", read.metadata().get(VectorMetadata.POSITIONS));
    assertEquals("dense-last-layer4.safetensors", file.getFileName().toString());
  }

  @Test
  void aGateGoesIntoOurOwnFilesAndOfOthersItIsSaid() {
    ExportViewModel export =
        new ExportViewModel(
            Steering.everywhere(Samples.vector(6, 192), 4, 1)
                .gated(GateText.parse("kl:0.2", GateText::anyProbe)),
            null,
            new SameThreadTasks(),
            notices);
    export.export(folder.resolve("gated.safetensors"));
    assertEquals(List.of(), export.reportProperty().get().warnings());
    SteeringVector read = VectorFiles.read(folder.resolve("gated.safetensors")).vector();
    assertEquals("kl:0.2", VectorGate.of(read).text());
    String notes =
        export.reportProperty().get().hints().stream().map(UsageHint::note).toList().toString();
    assertTrue(notes.contains("it was tuned here with the gate kl:0.2"), notes);
    export.formatProperty().set(VectorFormats.JSON);
    export.export(folder.resolve("gated.json"));
    List<String> warnings = export.reportProperty().get().warnings();
    assertTrue(
        warnings.stream().anyMatch(said -> said.startsWith("The gate kl:0.2 is not in the file")),
        warnings::toString);
    assertTrue(VectorGate.of(VectorFiles.read(folder.resolve("gated.json")).vector()).constant());
  }

  @Test
  void aBakedVectorIsMultipliedAndToBeUsedAsItIs() {
    ExportViewModel export = export(-2);
    export.bakedProperty().set(true);
    export.layersProperty().set(LayerChoice.ALL);
    Path file = folder.resolve("baked.safetensors");
    export.export(file);
    SteeringVector read = VectorFiles.read(file).vector();
    assertEquals(6, read.directions().size());
    assertEquals(-2 * Samples.vector(6, 192).direction(4)[0], read.direction(4)[0], 1e-6);
    assertEquals(1, read.metadata().recommendedStrength().orElseThrow());
  }

  @Test
  void aBandIsWrittenWhicheverEndComesFirst() {
    ExportViewModel export = export(1);
    export.layersProperty().set(LayerChoice.BAND);
    export.bandFromProperty().set(5);
    export.bandToProperty().set(3);
    Path file = folder.resolve("band.safetensors");
    export.export(file);
    assertEquals(Set.of(3, 4, 5), VectorFiles.read(file).vector().directions().keySet());
  }

  @Test
  void aBandWithoutLayersIsRefusedWithItsSentence() {
    ExportViewModel export = export(1);
    export.layersProperty().set(LayerChoice.BAND);
    export.bandFromProperty().set(7);
    export.bandToProperty().set(9);
    Path file = folder.resolve("nothing.safetensors");
    export.export(file);
    assertFalse(Files.exists(file));
    assertEquals(
        "The vector dense-last has no layer from 7 to 9; choose another band.",
        notices.shownProperty().get().sentence());
  }

  @Test
  void aGgufFileOfTheOtherConventionIsReadBackAtTheSameLayer() {
    ExportViewModel export = export(1);
    export.formatProperty().set(VectorFormats.GGUF);
    export.ggufLayerOffsetProperty().set(1);
    Path file = folder.resolve("other.gguf");
    export.export(file);
    assertEquals(Set.of(5), VectorFiles.read(file).vector().directions().keySet());
    assertEquals(Set.of(4), VectorFiles.read(file, 1).vector().directions().keySet());
  }

  @Test
  void strengthZeroCannotBeBaked() {
    assertTrue(export(0).bakingObstacle().isPresent());
    assertTrue(export(1).bakingObstacle().isPresent());
    assertTrue(export(1.5).bakingObstacle().isEmpty());
  }

  @Test
  void aFolderThatCannotBeWrittenHasItsSentence() throws IOException {
    Path taken = folder.resolve("taken");
    Files.writeString(taken, "a file, no folder");
    ExportViewModel export = export(1);
    export.export(taken.resolve("v.safetensors"));
    assertNull(export.reportProperty().get());
    Notice notice = notices.shownProperty().get();
    assertNotNull(notice);
    assertTrue(notice.sentence().startsWith("Cannot write "), notice.sentence());
  }

  @Test
  void aMixGoesOutWithAllItsLayersAndItsStrengthsInIt() {
    SteeringVector whole = Samples.vector(6, 192);
    SteeringVector mix =
        SteeringSum.of(
            "mix", List.of(Steering.everywhere(whole, 2, 3), Steering.everywhere(whole, 4, -0.5)));
    ExportViewModel export =
        new ExportViewModel(Steering.everywhere(mix, 2, 1), null, new SameThreadTasks(), notices);
    assertTrue(export.mixed());
    assertEquals(
        "The strengths of the mix are in it already.", export.bakingObstacle().orElseThrow());
    Path file = folder.resolve(export.suggestedName());
    export.export(file);
    SteeringVector read = VectorFiles.read(file).vector();
    assertEquals(Set.of(2, 4), read.directions().keySet());
    assertEquals(-0.5 * whole.direction(4)[0], read.direction(4)[0], 1e-6);
    assertTrue(read.metadata().appliesEveryLayer());
    assertEquals("add", read.metadata().get(VectorMetadata.OPERATOR));
    assertEquals("mix.safetensors", file.getFileName().toString());
  }

  @Test
  void aNameWithoutAnEndingGetsTheFormatsOne() throws IOException {
    ExportViewModel export = export(1);
    export.formatProperty().set(VectorFormats.PYTORCH);
    export.export(folder.resolve("mine"));
    assertEquals("PyTorch", VectorFiles.read(folder.resolve("mine.pt")).format().displayName());
    byte[] before = Files.readAllBytes(folder.resolve("mine.pt"));
    export.bakedProperty().set(true);
    export.formatProperty().set(VectorFormats.PYTORCH);
    export.export(folder.resolve("mine"));
    assertTrue(notices.shownProperty().get().sentence().contains("mine.pt exists already"));
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("mine.pt")));
  }

  @Test
  void anEndingOfAnotherFormatIsRefused() {
    ExportViewModel export = export(1);
    export.formatProperty().set(VectorFormats.PYTORCH);
    Path file = folder.resolve("mine.GGUF");
    export.export(file);
    assertEquals(
        "The name mine.GGUF ends as a GGUF file does, but PyTorch is chosen; choose that format or"
            + " another name.",
        notices.shownProperty().get().sentence());
    assertFalse(Files.exists(file));
  }
}
