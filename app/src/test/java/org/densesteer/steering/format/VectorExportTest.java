package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMath;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorExportTest {

  @TempDir Path folder;

  private final SteeringVector vector =
      new SteeringVector(
          "dense",
          2,
          new TreeMap<>(
              Map.of(0, new float[] {1, 2}, 1, new float[] {3, 4}, 2, new float[] {5, 6})),
          Vectors.metadata());

  private final ExportOptions safetensors = ExportOptions.of(VectorFormats.SAFETENSORS);

  /** Into this folder no file can be made by anybody, so that the first one fails. */
  @Test
  void whatCannotBeWrittenIsTheFileThatWasAskedFor() {
    Path file = Path.of("/proc/v.safetensors");
    assumeTrue(Files.isDirectory(file.getParent()), "This system has no /proc.");
    FaultException fault =
        assertThrows(FaultException.class, () -> VectorFiles.write(vector, safetensors, file));
    assertTrue(fault.getMessage().startsWith("Cannot write " + file + ": "), fault::getMessage);
    assertEquals(1, fault.getMessage().split("/proc", -1).length - 1, fault::getMessage);
  }

  @Test
  void aKeptStrengthIsInTheMetadata() {
    ExportReport report =
        VectorFiles.write(vector, safetensors.recommending(1, -4), folder.resolve("a.safetensors"));
    SteeringVector read = VectorFiles.read(report.file()).vector();
    assertArrayEquals(new float[] {3, 4}, read.direction(1));
    assertEquals(1, read.metadata().recommendedLayer().getAsInt());
    assertEquals(-4, read.metadata().recommendedStrength().getAsDouble());
    assertEquals("", read.metadata().get(ExportPreparation.STRENGTH_BAKED));
    assertEquals(report.written().renamed("a"), read);
  }

  @Test
  void aBakedStrengthIsInTheValuesAndSaidInTheMetadata() {
    Path once = folder.resolve("once.safetensors");
    VectorFiles.write(vector, safetensors.baking(-4), once);
    SteeringVector read = VectorFiles.read(once).vector();
    assertArrayEquals(new float[] {-12, -16}, read.direction(1));
    assertEquals(1, read.metadata().recommendedStrength().getAsDouble());
    assertEquals("-4.0", read.metadata().get(ExportPreparation.STRENGTH_BAKED));
    SteeringVector twice = ExportPreparation.prepare(read, safetensors.baking(0.5));
    assertArrayEquals(new float[] {-6, -8}, twice.direction(1));
    assertEquals("-2.0", twice.metadata().get(ExportPreparation.STRENGTH_BAKED));
  }

  @Test
  void onlyTheChosenLayersAreWritten() {
    Path file = folder.resolve("band.npz");
    ExportOptions options = ExportOptions.of(VectorFormats.NPZ);
    VectorFiles.write(vector, options.onlyLayers(List.of(1, 2)), file);
    assertEquals(Set.of(1, 2), VectorFiles.read(file).vector().directions().keySet());
    FaultException fault =
        assertThrows(
            FaultException.class,
            () -> VectorFiles.write(vector, options.onlyLayers(List.of(1, 7)), file));
    assertEquals("The vector dense has no layer 7; it has [0, 1, 2].", fault.getMessage());
  }

  @Test
  void ggufLeavesOutBlockZeroAndSaysSo() {
    ExportOptions options = ExportOptions.of(VectorFormats.GGUF);
    ExportReport report = VectorFiles.write(vector, options, folder.resolve("a.gguf"));
    assertEquals(Set.of(1, 2), report.written().directions().keySet());
    assertTrue(report.warnings().get(0).contains("layer 0"), report.warnings().toString());
    FaultException fault =
        assertThrows(
            FaultException.class,
            () ->
                VectorFiles.write(
                    vector, options.onlyLayers(List.of(0)), folder.resolve("b.gguf")));
    assertTrue(fault.getMessage().contains("decoder block 0"), fault.getMessage());
  }

  @Test
  void theGgufLayerOffsetShiftsNames() {
    Path file = folder.resolve("shifted.gguf");
    VectorFiles.write(vector, ExportOptions.of(VectorFormats.GGUF).withGgufLayerOffset(1), file);
    assertEquals(Set.of(1, 2, 3), VectorFiles.read(file).vector().directions().keySet());
    assertEquals(Set.of(0, 1, 2), VectorFiles.read(file, 1).vector().directions().keySet());
    assertThrows(FaultException.class, () -> VectorFiles.read(file, 2));
  }

  @Test
  void nothingIsLeftOfAnExportThatReadsBackDifferently() throws IOException {
    Path file = folder.resolve("a.safetensors");
    Files.writeString(file, "before");
    for (VectorFormat faulty : List.of(writing(VectorMath.negate(vector)), writing(fewer()))) {
      FaultException fault =
          assertThrows(
              FaultException.class,
              () -> VectorFiles.write(vector, ExportOptions.of(faulty), file));
      assertTrue(fault.getMessage().startsWith("The export was not kept"), fault.getMessage());
    }
    assertEquals("before", Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  private SteeringVector fewer() {
    return VectorFormat.withLayers(vector, layer -> layer > 0);
  }

  /** A safetensors format that writes another vector than it is given. */
  private static VectorFormat writing(SteeringVector other) {
    VectorFormat sound = VectorFormats.SAFETENSORS;
    return new VectorFormat() {
      @Override
      public String id() {
        return sound.id();
      }

      @Override
      public String displayName() {
        return sound.displayName();
      }

      @Override
      public List<String> endings() {
        return sound.endings();
      }

      @Override
      public boolean keepsMetadata() {
        return true;
      }

      @Override
      public VectorRead read(FileBytes file, ReadOptions options) {
        return sound.read(file, options);
      }

      @Override
      public void write(SteeringVector vector, WriteOptions options, Path file) throws IOException {
        sound.write(other, options, file);
      }
    };
  }

  @Test
  void vectorsThatCannotBeUsedAreNotExported() {
    SteeringVector infinite = VectorMath.scale(vector, Double.MAX_VALUE);
    FaultException fault =
        assertThrows(
            FaultException.class,
            () -> VectorFiles.write(infinite, safetensors, folder.resolve("a.safetensors")));
    assertEquals(
        "The vector dense has values that are infinite or no number at layers 0 to 2.",
        fault.getMessage());
    assertThrows(
        FaultException.class, () -> ExportPreparation.prepare(vector, safetensors.baking(0)));
    assertThrows(
        FaultException.class,
        () -> ExportPreparation.prepare(vector, safetensors.baking(Double.NaN)));
    FaultException gaps =
        assertThrows(
            FaultException.class,
            () ->
                VectorFiles.write(
                    fewer(), ExportOptions.of(VectorFormats.NPY), folder.resolve("a.npy")));
    assertTrue(gaps.getMessage().contains("choose .npz"), gaps.getMessage());
  }

  @Test
  void formatsWithoutRoomForMetadataSaySo() {
    ExportReport report =
        VectorFiles.write(vector, ExportOptions.of(VectorFormats.PYTORCH), folder.resolve("a.pt"));
    assertEquals(1, report.warnings().size());
    assertEquals(VectorMetadata.EMPTY, VectorFiles.read(report.file()).vector().metadata());
    assertEquals(2.5, report.written().metadata().recommendedStrength().getAsDouble());
  }

  @Test
  void suggestedNamesSayWhatIsInsideAndAreNotTakenApart() {
    SteeringVector named = vector.renamed("a: b, c/Qwen2.5");
    ExportOptions gguf = ExportOptions.of(VectorFormats.GGUF);
    assertEquals("a-b-c-Qwen2.5.gguf", ExportPreparation.suggestedFileName(named, gguf));
    assertEquals(
        "a-b-c-Qwen2.5-layer2-times-2.5.gguf",
        ExportPreparation.suggestedFileName(named, gguf.onlyLayers(List.of(2)).baking(-2.5)));
    ExportReport report = VectorFiles.write(vector, gguf, folder.resolve("a,b.gguf"));
    assertTrue(
        report.warnings().stream().anyMatch(w -> w.contains("','")), report.warnings().toString());
  }
}
