package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
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

  private Run sameTokens(String... asked) {
    List<String> command = new ArrayList<>(List.of("generate", "--model", "sample"));
    command.addAll(List.of(asked));
    Run first = record("first.densesteer", command);
    List<String> copied = RunCommand.of(first, steering -> Optional.of("sample"));
    assertEquals("densesteer", copied.get(0));
    Run again = record("again.densesteer", copied.subList(1, copied.size()));
    assertEquals(first.prompt(), again.prompt());
    assertEquals(first.decoding(), again.decoding());
    assertEquals(
        first.arms().stream().map(RunArm::name).toList(),
        again.arms().stream().map(RunArm::name).toList());
    for (int arm = 0; arm < first.arms().size(); arm++) {
      assertArrayEquals(
          first.arms().get(arm).answer().tokenIds(), again.arms().get(arm).answer().tokenIds());
    }
    return first;
  }

  @Test
  void armsForOtherSettingsAndPlacebosComeAgain() {
    Run run =
        sameTokens(
            "--chat",
            "Anna has 12 apples and buys 7 more. How many apples does Anna have?",
            "--vector",
            "sample",
            "--layer",
            "5",
            "--strength",
            "0.4",
            "--arm",
            "strength=0.2",
            "--arm",
            "layer=3,strength=-1.5",
            "--arm",
            "layer=4,vector=sample",
            "--arm",
            "random-1",
            "--arm",
            "flip",
            "--seed",
            "5",
            "--max-tokens",
            "20");
    assertEquals(
        List.of(
            "baseline",
            "steered",
            "dense-step-breaks at layer 5, strength 0.2",
            "dense-step-breaks at layer 3, strength -1.5",
            "dense-step-breaks at layer 4, strength 0.4",
            "random-1",
            "flip"),
        run.arms().stream().map(RunArm::name).toList());
    assertEquals(-1.5, run.arms().get(3).steerings().get(0).strength());
    assertEquals(4, run.arms().get(4).steerings().get(0).layer());
  }

  @Test
  void anArmThatIsNoneHasItsSentence() {
    for (String arm :
        List.of("layer=x", "strength=1,strength=2", "colour=3", "sideways", "concise")) {
      CommandRun run =
          CommandRun.of(
              "generate", "--model", "sample", "--chat", "x", "--vector", "sample", "--arm", arm);
      assertEquals(2, run.exitCode(), run::err);
      assertTrue(run.err().startsWith("densesteer: --arm " + arm + " "), run::err);
    }
    CommandRun alone =
        CommandRun.of("generate", "--model", "sample", "--chat", "x", "--arm", "strength=1");
    assertTrue(alone.err().contains("--arm needs --vector."), alone::err);
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
  void anAblationNeedsNoStrengthAndComesAgain() {
    Run run =
        sameTokens(
            "--chat",
            "Anna has 12 apples.",
            "--vector",
            "sample",
            "--layer",
            "4",
            "--operator",
            "ablate",
            "--max-tokens",
            "8");
    assertFalse(RunCommand.line(run, steering -> Optional.of("sample")).contains("--strength"));
  }

  @Test
  void anUnsteeredPromptByItsIdsComesAgain() {
    sameTokens("--prompt-ids", "46,12,300,7", "--max-tokens", "8");
  }
}
