package org.densesteer.cli;

/** Small repairs to sentences for people. */
final class Sentences {

  private Sentences() {}

  /** The text on one line, with a full stop when it ends without a mark. */
  static String ended(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.matches(".*[.!?]$") ? line : line + ".";
  }

  /**
   * The text without what only a programmer reads: the names of Java's number types, and a
   * library's own mark of an error.
   */
  static String plain(String text) {
    return text.replaceFirst("^Error: ", "")
        .replaceFirst("('-[0-9]+') is not an? (int|long)\\b", "$1 is too small a number")
        .replaceFirst("('\\+?[0-9]+') is not an? (int|long)\\b", "$1 is too large a number")
        .replaceFirst("' is not an? (int|long)\\b", "' is not a whole number")
        .replaceFirst("' is not a (double|float)\\b", "' is not a number");
  }

  /** First line of a message, without a full stop; the kind of failure where there is none. */
  static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage())
        .strip()
        .lines()
        .findFirst()
        .map(line -> line.endsWith(".") ? line.substring(0, line.length() - 1) : line)
        .orElse(failure.getClass().getSimpleName());
  }
}
