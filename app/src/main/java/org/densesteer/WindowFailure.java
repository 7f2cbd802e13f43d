package org.densesteer;

import org.densesteer.common.FaultException;
import org.jspecify.annotations.Nullable;

/** Why the window could not be opened, in a sentence. */
final class WindowFailure {

  private static final String ELSE = " The command line works without a window: densesteer --help.";

  private WindowFailure() {}

  /**
   * The sentence.
   *
   * @param display what the variable {@code DISPLAY} says; null when it is not set
   */
  static String sentence(Throwable failure, @Nullable String display) {
    Throwable deepest = failure;
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof FaultException) {
        return String.valueOf(t.getMessage());
      }
      deepest = t;
    }
    String message = String.valueOf(deepest.getMessage());
    if (message.contains("DISPLAY")) {
      return "The window cannot be opened: "
          + (display == null || display.isBlank()
              ? "there is no display (DISPLAY is not set)."
              : "the display " + display + " does not answer.")
          + ELSE;
    }
    if (failure instanceof NoClassDefFoundError && message.startsWith("javafx")) {
      return "The window needs JavaFX, which the program's own start script brings: bin/densesteer."
          + ELSE;
    }
    return "The window cannot be opened ("
        + deepest.getClass().getSimpleName()
        + ": "
        + message.lines().findFirst().orElse("").replaceFirst("\\.$", "")
        + ")."
        + ELSE;
  }
}
