package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.extraction.PairFiles;
import org.densesteer.steering.format.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Probes on the command line. */
class ProbeCommandTest {

  @TempDir Path folder;

  private CommandRun probe(String... more) {
    List<String> command = new ArrayList<>(List.of("probe", "--model", "sample"));
    command.addAll(List.of(more));
    command.addAll(List.of("--out", folder.resolve("kind.safetensors").toString()));
    return CommandRun.of(command.toArray(String[]::new));
  }

  @Test
  void pairsTellPlacesOfAnswersApart() {
    List<ContrastivePair> pairs = new ArrayList<>();
    for (int i = 2; i < 10; i++) {
      pairs.add(
          new ContrastivePair(
              "Ivan starts with " + i + " flowers. He buys 3 packs of 6. How many are left?",
              "Ivan starts with " + i + " flowers.",
              "Ivan starts with " + i + " flowers.\n\nThen Ivan buys 3 packs.\n\nSo we multiply:"));
    }
    Path file = folder.resolve("pairs.jsonl");
    PairFiles.write(file, pairs);
    CommandRun run = probe("--pairs", file.toString());
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.out().contains("Its gate, decided anew before every token:"), run::out);
    assertTrue(run.out().contains("--gate 'cosine:"), run::out);
    assertTrue(run.out().contains("100 %     100 %"), run::out);
    assertEquals(
        6, VectorFiles.read(folder.resolve("kind.safetensors")).vector().directions().size());
  }

  @Test
  void questionsDecideOnceAndAreNotMixedWithPairs() throws Exception {
    Path ball =
        Files.write(folder.resolve("balls.txt"), List.of("1 ball", "2 balls", "3 balls", "4"));
    Path egg = Files.write(folder.resolve("eggs.txt"), List.of("1 egg", "2 eggs", "3 eggs", "5"));
    CommandRun run = probe("--open", ball.toString(), "--shut", egg.toString());
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.out().contains("decided once from the prompt"), run::out);
    assertEquals(2, probe("--open", ball.toString()).exitCode());
    assertEquals(2, probe().exitCode());
    assertEquals(2, probe("--open", "a", "--shut", "b", "--pairs", "c").exitCode());
  }

  /**
   * A few problems only, so that the counts say little; that they are right is seen in gates.md.
   */
  @Test
  void answersThatSayWordsAreToldFromOthersAndTheGateIsTried() throws Exception {
    CommandRun run =
        probe(
            "--behind",
            "So we multiply:",
            "--limit",
            "24",
            "--vector",
            "sample",
            "--layer",
            "5",
            "--strength",
            "0.4",
            "--json");
    assertEquals(0, run.exitCode(), run::err);
    JsonNode root = new ObjectMapper().readTree(run.out());
    assertEquals(6, root.get("layers").size());
    assertTrue(root.get("gate").asText().startsWith("cosine:"), run::out);
    JsonNode trial = root.get("trial");
    JsonNode made = trial.get("made_for");
    assertEquals(made.get("answers").asInt(), made.get("open").asInt(), run::out);
    assertTrue(made.get("open_tokens").asInt() < made.get("tokens").asInt() / 10, run::out);
    double others =
        1 - trial.get("others").get("open").asDouble() / trial.get("others").get("answers").asInt();
    assertEquals((1 + others) / 2, trial.get("balanced_accuracy").asDouble(), 1e-12);
  }

  @Test
  void aTrialNeedsALayerAndAStrength() {
    assertEquals(2, probe("--behind", "So", "--vector", "sample").exitCode());
    assertEquals(2, probe("--behind", " ").exitCode());
    assertEquals(2, probe("--behind", "So", "--pairs", "c").exitCode());
  }
}
