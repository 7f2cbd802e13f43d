package org.densesteer.metrics.answer;

import java.util.ArrayList;
import java.util.List;

/** Splits a text where no bracket is open; a square one may be closed by a round one. */
final class TopLevel {

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private TopLevel() {}

  /** The parts between separators; the whole text where there is none. */
  static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (depth == 0 && text.startsWith(separator, i)) {
        parts.add(text.substring(from, i));
        i += separator.length() - 1;
        from = i + 1;
      } else {
        depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** Whether the bracket that begins a text is closed by its last character, and not before. */
  static boolean isWhole(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0) {
        return i > 0 && i == text.length() - 1;
      }
    }
    return false;
  }
}
