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

  /**
   * Refuses a number above a bound.
   *
   * @throws ParameterException naming the option
   */
  static void atMost(CommandSpec command, String option, int most, int count) {
    if (count > most) {
      throw new ParameterException(
          command.commandLine(), option + " must be at most " + most + ", not " + count + ".");
    }
  }

  /**
   * Refuses a share that is none.
   *
   * @throws ParameterException naming the option
   */
  static void share(CommandSpec command, String option, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new ParameterException(
          command.commandLine(), option + " must lie between 0 and 1, not at " + share + ".");
    }
  }

  /** The number of an option, or nothing where it was not given. */
  static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
