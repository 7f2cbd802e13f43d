package org.densesteer.metrics.answer;

import java.util.Arrays;
import java.util.Optional;

/** Finds {@code \boxed{…}} in LaTeX. */
final class Boxed {

  private static final String COMMAND = "\\boxed";

  private Boxed() {}

  /**
   * What the last complete {@code \boxed{…}} holds: the one that begins last among those whose
   * brace is closed. Escaped braces do not count. One pass, whatever the depth.
   */
  static Optional<String> last(String text) {
    Braces open = new Braces();
    int bestStart = -1;
    int bestEnd = -1;
    int boxedBrace = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        int brace = boxedBraceAt(text, i);
        if (brace >= 0) {
          boxedBrace = brace;
          i = brace - 1;
        } else {
          i++;
        }
      } else if (c == '{') {
        open.push(i, i == boxedBrace);
      } else if (c == '}' && !open.isEmpty()) {
        int start = open.pop();
        if (start > bestStart && open.poppedBoxed()) {
          bestStart = start;
          bestEnd = i;
        }
      }
    }
    return bestStart < 0 ? Optional.empty() : Optional.of(text.substring(bestStart + 1, bestEnd));
  }

  /** Offset of the brace of a {@code \boxed} at {@code at}, or −1. */
  private static int boxedBraceAt(String text, int at) {
    if (!text.startsWith(COMMAND, at)) {
      return -1;
    }
    int brace = at + COMMAND.length();
    while (brace < text.length() && Character.isWhitespace(text.charAt(brace))) {
      brace++;
    }
    return brace < text.length() && text.charAt(brace) == '{' ? brace : -1;
  }

  /** Offsets of the open braces, innermost last. */
  private static final class Braces {

    private int[] starts = new int[16];
    private boolean[] boxed = new boolean[16];
    private int depth;

    void push(int start, boolean isBoxed) {
      if (depth == starts.length) {
        starts = Arrays.copyOf(starts, 2 * depth);
        boxed = Arrays.copyOf(boxed, 2 * depth);
      }
      starts[depth] = start;
      boxed[depth++] = isBoxed;
    }

    int pop() {
      return starts[--depth];
    }

    boolean poppedBoxed() {
      return boxed[depth];
    }

    boolean isEmpty() {
      return depth == 0;
    }
  }
}
