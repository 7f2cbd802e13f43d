package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.TreeMap;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.steering.format.WriteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineInterfaceTest {

  private static final String NO_MODEL = "no/such/checkpoint";

  @Test
  void helpNamesEveryCommandOnStandardOutput() {
    CommandRun run = CommandRun.of("--help");
    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
    for (String command :
        new String[] {"generate", "score", "bench", "inspect", "convert", "extract"}) {
      assertTrue(run.out().contains("  " + command + " "), () -> command + " in " + run.out());
    }
  }

  @Test
  void versionIsFilledInByTheBuild() {
    CommandRun run = CommandRun.of("--version");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().matches("(?s)densesteer \\d+\\.\\d+\\.\\d+\\S*\\R.*"), run::out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dance",
        "--frobnicate",
        "generate",
        "generate --model m",
        "generate --model m --chat a --prompt b",
        "generate --model m --system a --prompt b",
        "generate --model m --chat a --precision float7",
        "generate --model m --chat a --template-vars [1]",
        "generate --model m --chat a --template-vars {a",
        "generate --model m --prompt a --template-vars {}",
        "extract --model m --pairs p --out o.pt --template-vars 1",
        "sweep --model m --problems p --vector v --out o --template-vars {\"messages\":[]}",
        "generate --model m --prompt-ids 1,two",
        "generate --model m --chat a --max-tokens 0",
        "generate --model m --chat a --temperature -1",
        "generate --model m --chat a --top-p 1.5",
        "generate --model m --chat a --layer 3",
        "generate --model m --chat a --strength 3",
        "score --model m",
        "score --model m --prompt-ids 1 --response-ids x",
        "bench --model m --rows 0",
        "bench --model m --rows two",
        "bench --model m --prompt-tokens 0",
        "bench --model m --new-tokens 0",
        "inspect",
        "inspect a b",
        "convert a",
        "extract --model m --pairs p",
        "extract --model m --pairs p --out o.pt --read first",
        "train-sample --steps",
        "sample-vector --out o --read first",
        "convert a b.pt --bake nan",
        "convert a b.pt --gguf-layer-offset 2",
      })
  void wrongUseEndsWithTwoAndASentence(String line) {
    CommandRun run = CommandRun.of(line.isEmpty() ? new String[0] : line.split(" "));
    assertEquals(2, run.exitCode(), run::err);
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("densesteer: "), run::err);
    assertTrue(run.err().lines().findFirst().orElseThrow().matches(".*[.!?]"), run::err);
    assertTrue(run.err().contains("--help'."), run::err);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "generate --model " + NO_MODEL + " --chat hello",
        "score --model " + NO_MODEL + " --prompt-ids 1,2",
        "bench --model " + NO_MODEL,
        "inspect " + NO_MODEL,
        "convert " + NO_MODEL + " out.json",
        "extract --model m --out o.pt --pairs " + NO_MODEL,
      })
  void aFailureEndsWithOneAndOneSentence(String line) {
    CommandRun run = CommandRun.of(line.split(" "));
    assertEquals(1, run.exitCode(), run::err);
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run::err);
    assertTrue(run.err().startsWith("densesteer: "), run::err);
    assertTrue(run.err().contains(NO_MODEL), run::err);
    assertTrue(run.err().strip().endsWith("."), run::err);
  }

  @Test
  void debugAddsWhereAFailureCameFrom() {
    CommandRun run = CommandRun.of("inspect", NO_MODEL, "--debug");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("\tat org.densesteer."), run::err);
  }

  @Test
  void aVectorWithoutRecommendationNeedsLayerAndStrength(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("bare.safetensors");
    SteeringVector one = vector(VectorMetadata.EMPTY);
    TreeMap<Integer, float[]> two = new TreeMap<>(one.directions());
    two.put(two.lastKey() + 1, one.direction(one.directions().firstKey()));
    VectorFormats.SAFETENSORS.write(
        new SteeringVector("bare", one.hiddenSize(), two, VectorMetadata.EMPTY),
        WriteOptions.DEFAULT,
        file);
    CommandRun noLayer = generateWith(file);
    assertEquals(2, noLayer.exitCode(), noLayer::err);
    assertTrue(noLayer.err().contains("--layer"), noLayer::err);
    CommandRun noStrength = generateWith(file, "--layer", "1");
    assertEquals(2, noStrength.exitCode(), noStrength::err);
    assertTrue(noStrength.err().contains("--strength"), noStrength::err);
  }

  @Test
  void theOnlyLayerOfAVectorNeedsNoName(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("bare.safetensors");
    VectorFormats.SAFETENSORS.write(vector(VectorMetadata.EMPTY), WriteOptions.DEFAULT, file);
    CommandRun noStrength = generateWith(file);
    assertEquals(2, noStrength.exitCode(), noStrength::err);
    assertTrue(noStrength.err().contains("--strength"), noStrength::err);
  }

  @Test
  void aLayerThatTheVectorLacksIsAFailure(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("one.safetensors");
    VectorFormats.SAFETENSORS.write(vector(VectorMetadata.EMPTY), WriteOptions.DEFAULT, file);
    CommandRun run = generateWith(file, "--layer", "7", "--strength", "-2");
    assertEquals(1, run.exitCode(), run::err);
    assertTrue(run.err().contains("no layer 7"), run::err);
  }

  private static CommandRun generateWith(Path vector, String... more) {
    String[] start = {
      "generate", "--model", NO_MODEL, "--chat", "a", "--vector", vector.toString()
    };
    String[] all = java.util.Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    return CommandRun.of(all);
  }

  private static SteeringVector vector(VectorMetadata metadata) {
    TreeMap<Integer, float[]> directions = new TreeMap<>();
    directions.put(1, new float[] {3, 4});
    return new SteeringVector("v", 2, directions, metadata);
  }
}
