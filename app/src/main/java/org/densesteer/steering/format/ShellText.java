package org.densesteer.steering.format;

/** Paths as a POSIX shell and Python want them written. */
final class ShellText {

  private ShellText() {}

  /** A word that a POSIX shell takes as one argument. */
  static String quote(String word) {
    return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** A Python string literal. */
  static String python(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Whether llama.cpp would take the name apart. */
  static boolean hasSeparator(String name) {
    return name.contains(":") || name.contains(",");
  }
}
