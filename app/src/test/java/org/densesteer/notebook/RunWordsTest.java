package org.densesteer.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.densesteer.generation.Sampling;
import org.junit.jupiter.api.Test;

class RunWordsTest {

  @Test
  void settingsOfAnArmNameWhatSteeredItAndHowItEnded() {
    Run run = Runs.full();
    assertEquals(
        List.of(
            "terse at layer 4, λ 1.6, add, keep ‖h‖, response from step 2 on",
            "from token 2 on: terse at layer 1, λ 0.3",
            "3 tokens generated, cut at the limit of 3 tokens"),
        RunWords.settings(run, run.arms().get(1)));
    assertEquals(
        List.of(
            "3 tokens generated, ended by the model",
            "taken over from an earlier run of the same settings"),
        RunWords.settings(run, run.arms().get(0)));
    assertEquals(
        "reads another system turn: Be concise.", RunWords.settings(run, run.arms().get(2)).get(0));
  }

  @Test
  void aLimitNamesItself() {
    assertEquals("the limit of 3 tokens", RunWords.limit(Runs.full(), 3));
    assertEquals("the model's 512 positions", RunWords.limit(Runs.full(), 2));
  }

  @Test
  void differencesToTheRunBefore() {
    RunSummary run = RunSummary.of(Runs.full());
    RunSummary weaker =
        new RunSummary(
            "x",
            run.made(),
            "Another?",
            java.util.Map.of("model", "owner/name", "λ", "0.3", "seed", "4"),
            run.arms());
    List<String> words = RunDifferences.of(weaker, run);
    assertEquals("another question", words.get(0));
    assertTrue(words.containsAll(List.of("λ 1.6 → 0.3", "seed 4", "no vector", "no layer")));
    assertEquals(List.of(), RunDifferences.of(run, run));
    assertEquals("model owner/name", RunDifferences.of(run, null).get(0));
  }

  @Test
  void markdownHasSettingsATableAndTheAnswers() {
    String text = RunMarkdown.of(Runs.full());
    assertTrue(text.startsWith("> What is 2 + 3?\n\nSystem: Think.\n\nowner/name ("), text);
    assertTrue(
        text.contains(
            "| steered | terse at layer 4, λ 1.6, add, keep ‖h‖, response from step 2 on, changed"
                + " while it answered | 2 | 3 | 3 | 1.50 | 0.200 | 2.000 | 4 (wrong) | cut at the"
                + " limit of 3 tokens |"),
        text);
    assertTrue(text.contains("**baseline**\n\n> <think>2+3</think> 5"), text);
  }

  private static Run with(Run run, RunDecoding decoding, List<RunArm> arms) {
    return new Run(run.id(), run.made(), run.madeBy(), run.model(), run.prompt(), decoding, arms);
  }

  private static String refusal(Run run) {
    return String.valueOf(
        assertThrows(
                FaultException.class, () -> RunCommand.of(run, steering -> Optional.of("v.pt")))
            .getMessage());
  }

  @Test
  void aRunThatNoCommandLineMakesAgainHasItsReason() {
    Run run = Runs.full();
    assertTrue(refusal(run).startsWith("The strength was changed while"));
    RunArm steered = run.arms().get(1);
    RunArm steady =
        new RunArm(
            steered.name(),
            null,
            steered.steerings(),
            List.of(),
            steered.answer(),
            steered.figures(),
            null);
    Run plain = with(run, run.decoding(), List.of(run.arms().get(0), steady));
    assertEquals(
        "densesteer generate --model /models/name --precision int8 --chat 'What is 2 + 3?' --system"
            + " Think. --template-vars '{\"enable_thinking\":true}' --vector v.pt --layer 4"
            + " --strength=1.6 --positions step:2 --operator add_keep_norm --gate constant"
            + " --temperature 0.7 --top-k 40 --top-p 0.9 --seed 42 --repetition-penalty 1.1 --max-tokens 3",
        RunCommand.line(plain, steering -> Optional.of("v.pt")));
    assertTrue(
        refusal(with(plain, new RunDecoding(new Sampling(1, 1, 4), 99, 5, false), plain.arms()))
            .contains("noise version 99"));
    FaultException fault =
        assertThrows(FaultException.class, () -> RunCommand.of(plain, s -> Optional.empty()));
    assertTrue(String.valueOf(fault.getMessage()).contains("terse of this run is not at hand"));
  }
}
