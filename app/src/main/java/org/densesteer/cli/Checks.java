package org.densesteer.cli;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of option values that the library cannot make. */
final class Checks {

  private Checks() {}

  /**
   * Refuses a count below 1.
   *
   * @throws ParameterException naming the option
   */
  static void atLeastOne(CommandSpec command, String option, int count) {
    if (count < 1) {
      throw new ParameterException(
          command.commandLine(), option + " must be at least 1, not " + count + ".");
    }
  }

  /** The number of an option, or nothing where it was not given. */
  static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
