package org.densesteer.steering.format;

/** What other programs make of a path. */
final class ShellText {

  private ShellText() {}

  /** A Python string literal. */
  static String python(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Whether llama.cpp would take the name apart. */
  static boolean hasSeparator(String name) {
    return name.contains(":") || name.contains(",");
  }
}
