package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyRefusalTest {

  @TempDir Path folder;

  /** No model is there: who looked at {@code --out} after the work would speak of that. */
  @Test
  void whereTheResultGoesIsLookedAtBeforeTheWork() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Path pairs =
        Files.writeString(
            folder.resolve("pairs.jsonl"),
            "{\"question\":\"q\",\"sparse\":\"s\",\"dense\":\"d\"}\n");
    String below = file.resolve("v.pt").toString();
    assertRefused("extract", "--model", "none", "--pairs", pairs.toString(), "--out", below);
    assertRefused(
        "sweep",
        "--model",
        "sample",
        "--vector",
        "sample",
        "--layers",
        "2",
        "--strengths=0.5",
        "--problems",
        "sample",
        "--out",
        file.toString());
    assertRefused("sample-vector", "--out", file.toString());
    assertRefused("train-sample", "--out", file.toString());
    assertRefused("train-sample", "--out", folder.resolve("new").toString(), "--state", below);
    assertRefused(
        "generate", "--model", "none", "--prompt-ids", "1", "--record", file + "/r.densesteer");
    assertRefused(
        "score", "--model", "none", "--prompt-ids", "1", "--response-ids", "2", "--logits", below);
  }

  private static void assertRefused(String... command) {
    CommandRun run = CommandRun.of(command);
    assertEquals(1, run.exitCode(), run::err);
    assertTrue(run.err().contains("is no folder."), run::err);
  }

  @Test
  void figuresThatAreNoNumbersAreAFailure() {
    CommandRun run =
        CommandRun.of(
            "score",
            "--model",
            "sample",
            "--prompt-ids",
            "1,2",
            "--response-ids",
            "3,4",
            "--vector",
            "sample",
            "--strength",
            "1e38",
            "--json");
    assertEquals(1, run.exitCode(), run::out);
    assertTrue(run.err().contains("of the steered response has no NLL"), run::err);
    assertTrue(run.out().contains("nll_with_prompt"), run::out);
  }
}
