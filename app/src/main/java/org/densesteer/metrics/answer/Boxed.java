package org.densesteer.metrics.answer;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds boxes in LaTeX: {@code \boxed{…}} and {@code \fbox{…}}, and {@code \boxed 18}, which LaTeX
 * reads as a box around one character and people mean as one around the number.
 */
final class Boxed {

  private static final String[] COMMANDS = {"\\boxed", "\\fbox"};

  private final String text;
  private int bestStart = -1;
  private int bestEnd = -1;

  private Boxed(String text) {
    this.text = text;
  }

  /**
   * A box.
   *
   * @param content what it holds
   * @param end offset after it
   */
  record Box(String content, int end) {}

  /**
   * The last complete box: the one that begins last among those whose brace is closed. Escaped
   * braces do not count. One pass, whatever the depth.
   */
  static Optional<Box> last(String text) {
    Boxed boxed = new Boxed(text);
    boxed.find();
    return boxed.bestStart < 0
        ? Optional.empty()
        : Optional.of(
            new Box(
                text.substring(boxed.bestStart, boxed.bestEnd).strip(),
                Math.min(text.length(), boxed.bestEnd + 1)));
  }

  private void find() {
    Braces open = new Braces();
    int boxedBrace = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        int content = afterCommand(i);
        if (content < 0) {
          i++;
        } else if (content < text.length() && text.charAt(content) == '{') {
          boxedBrace = content;
          i = content - 1;
        } else {
          int end = endOfWord(content);
          if (end > content) {
            keep(content, end);
          }
          i = Math.max(content, end) - 1;
        }
      } else if (c == '{') {
        open.push(i, i == boxedBrace);
      } else if (c == '}' && !open.isEmpty()) {
        int start = open.pop() + 1;
        if (start > bestStart && open.poppedBoxed()) {
          keep(start, i);
        }
      }
    }
  }

  private void keep(int start, int end) {
    bestStart = start;
    bestEnd = end;
  }

  /** Offset of what follows a command for boxes and white space at {@code at}, or −1. */
  private int afterCommand(int at) {
    for (String command : COMMANDS) {
      if (text.startsWith(command, at)) {
        int next = at + command.length();
        if (next < text.length() && Character.isLetter(text.charAt(next))) {
          return -1;
        }
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
          next++;
        }
        return next;
      }
    }
    return -1;
  }

  /** End of a number, or of a letter that stands alone; {@code at} for anything else. */
  private int endOfWord(int at) {
    int end = at;
    while (end < text.length() && isPartOfNumber(end)) {
      end++;
    }
    boolean letter = end == at && isLetter(at) && !isLetter(at + 1);
    return letter ? at + 1 : end;
  }

  private boolean isLetter(int at) {
    return at < text.length() && Character.isLetter(text.charAt(at));
  }

  private boolean isPartOfNumber(int at) {
    char c = text.charAt(at);
    boolean digitFollows = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    return Character.isDigit(c) || digitFollows && "-−+.,/".indexOf(c) >= 0;
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
