package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.files.numpy.NpyWriter;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.steering.format.WriteOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeAVector() throws Exception {
    file = folder.resolve("two.safetensors");
    VectorMetadata metadata =
        VectorMetadata.EMPTY
            .with(VectorMetadata.RECOMMENDED_LAYER, 10)
            .with(VectorMetadata.RECOMMENDED_STRENGTH, -2.5)
            .with(VectorMetadata.METHOD, "mean difference");
    TreeMap<Integer, float[]> directions =
        new TreeMap<>(Map.of(2, new float[] {3, 4}, 10, new float[] {0, 1}));
    VectorFormats.SAFETENSORS.write(
        new SteeringVector("two", 2, directions, metadata), WriteOptions.DEFAULT, file);
  }

  @Test
  void jsonHoldsLayersNormsAndMetadata() throws Exception {
    CommandRun run = CommandRun.of("inspect", file.toString(), "--json");
    assertEquals(0, run.exitCode(), run::err);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals("safetensors", json.get("format").asText());
    assertEquals("[2,10]", json.get("layers").toString());
    assertEquals(2, json.get("hidden_size").asInt());
    assertEquals("{\"2\":5.0,\"10\":1.0}", json.get("norms").toString());
    assertEquals("10", json.at("/metadata/recommended_layer").toString());
    assertEquals("-2.5", json.at("/metadata/recommended_strength").toString());
    assertEquals("mean difference", json.at("/metadata/method").asText());
  }

  @Test
  void theSampleVectorIsNamedAsElsewhere() throws Exception {
    CommandRun run = CommandRun.of("inspect", "sample", "--json");
    assertEquals(0, run.exitCode(), run::err);
    assertEquals("[0,1,2,3,4,5]", new ObjectMapper().readTree(run.out()).get("layers").toString());
    CommandRun converted =
        CommandRun.of("convert", "sample", folder.resolve("sample.npz").toString());
    assertEquals(0, converted.exitCode(), converted::err);
  }

  @Test
  void textNamesTheSame() {
    CommandRun run = CommandRun.of("inspect", file.toString());
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.out().contains("safetensors, "), run::out);
    assertTrue(run.out().lines().anyMatch(line -> line.matches("\\s*10\\s+1\\.0+")), run::out);
    assertTrue(run.out().contains("method: mean difference"), run::out);
  }

  @Test
  void aBrokenFileIsAFailureWithItsSentence() throws Exception {
    Files.write(file, new byte[] {1, 2, 3});
    CommandRun run = CommandRun.of("inspect", file.toString(), "--json");
    assertEquals(1, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().contains(file.getFileName().toString()), run::err);
    assertEquals(1, run.err().lines().count(), run::err);
  }

  @Test
  void aSingleDirectionNeedsALayerAndTakesOne() throws Exception {
    Path array = Files.write(folder.resolve("v.npy"), NpyWriter.vector(new float[] {3, 4}));
    CommandRun refused = CommandRun.of("inspect", array.toString());
    assertEquals(1, refused.exitCode());
    assertTrue(refused.err().contains("--layer"), refused::err);
    CommandRun run = CommandRun.of("inspect", array.toString(), "--layer", "7", "--json");
    assertEquals(0, run.exitCode(), run::err);
    assertEquals("{\"7\":5.0}", new ObjectMapper().readTree(run.out()).get("norms").toString());
  }

  @Test
  void aLayerForAFileThatNamesItsOwnIsSaidToChangeNothing() {
    CommandRun run = CommandRun.of("inspect", file.toString(), "--layer", "7");
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.out().contains("--layer changes nothing"), run::out);
  }
}
