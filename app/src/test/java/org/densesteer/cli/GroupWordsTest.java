package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of which one must be chosen, by the commands that have them. */
class GroupWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          generate --model m | Give --prompt-ids, or --chat, or --prompt.
          generate --model m --prompt x --chat y | Give only one: --chat, or --prompt.
          generate --model m --chat x --chat y | Give only one, and once: --prompt-ids, or --chat, or --prompt.
          score --model m --prompt x --response a --response-ids 1 | Give only one: --response, or --response-ids.
          bench | Give --model, or --shape.
          bench --model m --shape s | Give only one: --model, or --shape.
          probe --model m --out o | Give --pairs, or --open with --shut, or --behind.
          strip --model m --vector v --chat q --layers 1 --layer 2 --strengths 1 | Give only one: --layers or --push, or --layer with --strengths.
          """)
  void areNamedWithoutBrackets(String command, String sentence) {
    CommandRun run = CommandRun.of(command.split(" "));
    assertEquals(2, run.exitCode());
    assertEquals("densesteer: " + sentence, run.err().lines().findFirst().orElseThrow());
  }

  @Test
  void whatAPersonWroteChangesNothing() {
    CommandRun run =
        CommandRun.of("generate", "--model", "m", "--chat", "a\n)={--x", "--chat", "] and [");
    assertTrue(run.err().contains("and once: --prompt-ids, or --chat, or --prompt."), run::err);
    assertEquals("Unknown option: '--x'", GroupWords.plain("Unknown option: '--x'"));
  }
}
