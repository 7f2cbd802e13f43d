package org.densesteer.cli;

/** Small repairs to sentences for people. */
final class Sentences {

  private Sentences() {}

  /** The text on one line, with a full stop when it ends without a mark. */
  static String ended(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.matches(".*[.!?]$") ? line : line + ".";
  }
}
