package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunCommand;
import org.densesteer.notebook.SessionFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line that a recorded run gives, run. */
class CopiedCommandTest {

  @TempDir Path folder;

  private Run record(String name, List<String> command) {
    Path file = folder.resolve(name);
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--record", file.toString()));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertEquals(0, run.exitCode(), run::err);
    return SessionFile.read(file).session().runs().get(0);
  }

  private void sameTokens(String... asked) {
    List<String> command = new ArrayList<>(List.of("generate", "--model", "sample"));
    command.addAll(List.of(asked));
    Run first = record("first.densesteer", command);
    List<String> copied = RunCommand.of(first, steering -> Optional.of("sample"));
    assertEquals("densesteer", copied.get(0));
    Run again = record("again.densesteer", copied.subList(1, copied.size()));
    assertEquals(first.prompt(), again.prompt());
    assertEquals(first.decoding(), again.decoding());
    for (int arm = 0; arm < first.arms().size(); arm++) {
      assertArrayEquals(
          first.arms().get(arm).answer().tokenIds(), again.arms().get(arm).answer().tokenIds());
    }
  }

  @Test
  void aSampledSteeredAnswerComesAgain() {
    sameTokens(
        "--chat",
        "Anna's 12 apples: \"how\" many?\nTell me.",
        "--system",
        "-- be $brief --",
        "--vector",
        "sample",
        "--layer",
        "3",
        "--strength=-0.7",
        "--positions",
        "response",
        "--operator",
        "add_keep_norm",
        "--temperature",
        "1.5",
        "--top-k",
        "20",
        "--top-p",
        "0.9",
        "--repetition-penalty",
        "1.1",
        "--seed",
        "11",
        "--max-tokens",
        "25",
        "--ignore-eos");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curve:0=1,20=0",
        "curve-steps:0=0,2=1",
        "confidence<0.9",
        "kl:0.05,gain=3",
        "cosine:sample@3>0.1"
      })
  void aGatedAnswerComesAgain(String gate) {
    sameTokens(
        "--chat",
        "Anna has 12 apples. She buys 7 more and then gives 5 to Ben. How many has Anna now?",
        "--vector",
        "sample",
        "--layer",
        "4",
        "--strength",
        "1",
        "--gate",
        gate,
        "--max-tokens",
        "40");
  }

  @Test
  void anUnsteeredPromptByItsIdsComesAgain() {
    sameTokens("--prompt-ids", "46,12,300,7", "--max-tokens", "8");
  }
}
