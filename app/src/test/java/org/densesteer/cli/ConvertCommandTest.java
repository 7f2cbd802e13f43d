package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.densesteer.files.numpy.NpyWriter;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.steering.format.WriteOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void writeAVector() throws Exception {
    source = folder.resolve("three.safetensors");
    TreeMap<Integer, float[]> directions =
        new TreeMap<>(Map.of(0, new float[] {1, 2}, 1, new float[] {3, 4}, 2, new float[] {5, 6}));
    VectorFormats.SAFETENSORS.write(
        new SteeringVector("three", 2, directions, VectorMetadata.EMPTY),
        WriteOptions.DEFAULT,
        source);
  }

  @Test
  void keepsTheLayersAskedForAndBakesTheStrength() {
    Path target = folder.resolve("out.pt");
    CommandRun run =
        CommandRun.of(
            "convert", source.toString(), target.toString(), "--layer", "1,2", "--bake", "-2");
    assertEquals(0, run.exitCode(), run::err);
    SteeringVector written = VectorFiles.read(target).vector();
    assertEquals(Set.of(1, 2), written.directions().keySet());
    assertArrayEquals(new float[] {-6, -8}, written.direction(1));
  }

  @Test
  void whatTheFormatCannotHoldIsSaidOnStandardError() {
    Path target = folder.resolve("out.gguf");
    CommandRun run = CommandRun.of("convert", source.toString(), target.toString());
    assertEquals(0, run.exitCode(), run::err);
    assertFalse(VectorFiles.read(target).vector().hasLayer(0));
    assertTrue(run.err().contains("0"), run::err);
  }

  @Test
  void anUnknownEndingLeavesNoFile() {
    Path target = folder.resolve("out.xyz");
    CommandRun run = CommandRun.of("convert", source.toString(), target.toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("out.xyz"), run::err);
    assertFalse(Files.exists(target));
  }

  @Test
  void whatIsNoNumberIsSaidInWordsThatNeedNoJava() {
    Path target = folder.resolve("out.pt");
    CommandRun layer =
        CommandRun.of("convert", source.toString(), target.toString(), "--layer", "x");
    assertEquals(2, layer.exitCode());
    assertTrue(layer.err().contains("'x' is not a whole number."), layer::err);
    CommandRun bake =
        CommandRun.of("convert", source.toString(), target.toString(), "--bake", "abc");
    assertEquals(2, bake.exitCode());
    assertTrue(bake.err().contains("'abc' is not a number."), bake::err);
    assertFalse(Files.exists(target));
  }

  @Test
  void aSingleLayerIsThatOfADirectionWithoutOne() throws Exception {
    Path array = Files.write(folder.resolve("v.npy"), NpyWriter.vector(new float[] {3, 4}));
    Path target = folder.resolve("out.pt");
    CommandRun run = CommandRun.of("convert", array.toString(), target.toString(), "--layer", "7");
    assertEquals(0, run.exitCode(), run::err);
    assertArrayEquals(new float[] {3, 4}, VectorFiles.read(target).vector().direction(7));
  }

  @Test
  void theEndingOfLmEvalsFileNamesItsFormat() {
    Path target = folder.resolve("out.steered.pt");
    CommandRun run = CommandRun.of("convert", source.toString(), target.toString(), "--layer", "1");
    assertEquals(0, run.exitCode(), run::err);
    assertEquals(VectorFormats.STEERED, VectorFiles.read(target).format());
    assertTrue(run.err().contains("the coefficient in the file is 1"), run::err);
  }
}
