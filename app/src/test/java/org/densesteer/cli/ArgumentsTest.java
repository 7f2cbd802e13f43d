package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

  /** What Java 17 makes of “Äpfel” without a locale (sun.jnu.encoding ANSI_X3.4-1968). */
  private static final String LOST = "\uFFFD\uFFFDpfel";

  @Test
  void aTextThatLostItsLettersIsRefusedByItsPlace() {
    FaultException fault =
        assertThrows(
            FaultException.class,
            () -> Arguments.requireReadableIn("ANSI_X3.4-1968", "score", "--prompt", LOST));
    assertTrue(fault.getMessage().startsWith("Argument 3, “" + LOST), fault.getMessage());
  }

  @Test
  void inUnicodeAReplacementCharacterIsALetterLikeOthers() {
    assertDoesNotThrow(() -> Arguments.requireReadableIn("UTF-8", LOST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@name", "@@x", "-hello there", "-1 + 2", "- a list"})
  void aTextIsATextWhateverItBeginsWith(String text) {
    CommandRun run =
        CommandRun.of(
            "score", "--model", "sample", "--prompt=" + text, "--response-ids", "5", "--json");
    assertEquals(0, run.exitCode(), run.err());
    CommandRun apart =
        CommandRun.of(
            "score", "--model", "sample", "--prompt", text, "--response-ids", "5", "--json");
    assertEquals(run.out(), apart.out());
  }

  @Test
  void aForgottenTextIsNotTakenFromTheNextOption() {
    CommandRun run = CommandRun.of("score", "--model", "sample", "--prompt", "--response-ids", "5");
    assertEquals(2, run.exitCode());
  }

  @Test
  void theSampleVectorIsNamedAlikeEverywhere() {
    CommandRun run =
        CommandRun.of(
            "generate",
            "--model",
            "sample",
            "--vector",
            "sample",
            "--chat",
            "2 + 3?",
            "--max-tokens",
            "4",
            "--json");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("steered"), run.out());
  }

  @Test
  void aQuestionStandsBesideItsSystemTurnAndVariables() {
    CommandRun run =
        CommandRun.of(
            "score",
            "--model",
            "sample",
            "--chat",
            "-hello",
            "--system",
            "@name",
            "--template-vars",
            "{\"enable_thinking\": false}",
            "--response-ids",
            "5",
            "--json");
    assertEquals(0, run.exitCode(), run.err());
  }

  @Test
  void twoPromptsAreOneTooMany() {
    CommandRun run =
        CommandRun.of(
            "score", "--model", "sample", "--chat", "a", "--prompt", "b", "--response-ids", "5");
    assertEquals(2, run.exitCode());
  }
}
