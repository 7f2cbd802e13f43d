package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Json;
import org.junit.jupiter.api.Test;

/** {@code generate} and {@code score} on the embedded model. */
class GoldOptionTest {

  private static final String QUESTION =
      "Rosa has 27 balls. She drops 8. She gets 13 more. How many balls does Rosa have in the end?";

  private static CommandRun generate(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("generate", "--model", "sample", "--max-tokens", "120", "--chat", QUESTION));
    command.addAll(List.of(more));
    return CommandRun.of(command.toArray(String[]::new));
  }

  @Test
  void saysWhetherTheAnswerIsRight() throws Exception {
    CommandRun run = generate("--gold", "32.0", "--json");
    assertEquals(0, run.exitCode(), run::err);
    JsonNode arm = Json.LENIENT.readTree(run.out()).at("/arms/0");
    assertEquals("32", arm.get("answer").textValue());
    assertFalse(arm.has("answer_by_flexible_extract"), "it reads the same");
    assertTrue(arm.get("correct").booleanValue());
    assertFalse(arm.get("correct_by_benchmark").booleanValue(), "32 is not 32.0 as text");
    assertFalse(arm.has("reasoning"));
    CommandRun readable = generate("--gold", "33");
    assertTrue(readable.out().contains("answer 32 (wrong)"), readable::out);
  }

  @Test
  void saysThatAnAnswerWasCut() {
    assertFalse(generate().out().contains("cut at"));
    String out =
        CommandRun.of("generate", "--model", "sample", "--max-tokens", "9", "--chat", QUESTION)
            .out();
    assertTrue(out.lines().anyMatch(line -> line.endsWith(", cut at the length limit")), out);
  }

  @Test
  void refusesAnAnswerThatNothingCanMatch() {
    CommandRun run = generate("--gold", "None");
    assertEquals(2, run.exitCode());
    assertTrue(
        run.err()
            .contains(
                "No response can match the answer of --gold: “None” says that there is no answer."),
        run::err);
  }

  /** The template of DeepSeek-R1's distillations ends so; the answer begins within the block. */
  @Test
  void aPromptThatLeavesABlockOpenPutsTheAnswerIntoIt() throws Exception {
    CommandRun run =
        CommandRun.of(
            "generate",
            "--model",
            "sample",
            "--prompt",
            "Rosa has 2 balls.<think>\n",
            "--json",
            "--max-tokens",
            "12");
    assertEquals(0, run.exitCode(), run::err);
    JsonNode arm = Json.LENIENT.readTree(run.out()).at("/arms/0");
    assertTrue(!arm.at("/reasoning/closed").booleanValue());
    assertEquals(12, arm.at("/reasoning/block/generated").intValue());
    assertEquals(
        arm.get("nll_with_prompt").doubleValue(),
        arm.at("/reasoning/block/nll_with_prompt").doubleValue(),
        1e-12);
    assertEquals(0, arm.at("/reasoning/answer/steps").intValue());
    assertTrue(arm.get("answer").isNull());
  }
}
