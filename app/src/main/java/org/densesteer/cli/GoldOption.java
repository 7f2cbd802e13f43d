package org.densesteer.cli;

import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.AnswerStyle;
import org.densesteer.metrics.answer.GoldFlaw;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads {@code --gold}. */
final class GoldOption {

  private GoldOption() {}

  /**
   * What checks answers against it.
   *
   * @return null when it was not given
   * @throws ParameterException when no response can match it
   */
  static @Nullable AnswerChecker checker(CommandSpec command, @Nullable String gold) {
    if (gold == null) {
      return null;
    }
    String flaw = GoldFlaw.of(AnswerStyle.ofGold(gold), gold).orElse(null);
    if (flaw != null) {
      throw new ParameterException(
          command.commandLine(), "No response can match the answer of --gold: " + flaw + ".");
    }
    return AnswerChecker.of(gold);
  }
}
