package org.densesteer.generation;

import java.util.Arrays;

/**
 * Guesses how an answer goes on, from a text that it may resemble. Where the answer leaves that
 * text, the longest of its ends, up to {@value #LONGEST} tokens, that also stands in the text says
 * where it is taken up again. Where none does, a token is taken to have been replaced by another.
 */
final class Draft {

  private static final int LONGEST = 8;

  /** How many tries the first guess of the odds is worth. */
  private static final double PRIOR = 2;

  /**
   * How far the odds of a guess in the place of a replaced token are trusted. A wrong one puts off
   * the next look at where the answer goes on, so that more loses time where lines cost much.
   */
  private static final double TRUST = 0.4;

  /** What a try is worth after the next one of its kind: what was right lately counts. */
  private static final double FADING = 0.9;

  private final int[] text;
  private int[] answer = new int[64];
  private int size;

  /** Where in the text the guessed tokens begin. */
  private int next;

  /** How many tokens before that place are those of the answer's end. */
  private int common = LONGEST;

  private final double[] tried = new double[LONGEST + 1];
  private final double[] right = new double[LONGEST + 1];

  /** Begins with an empty answer, which is taken to begin as the text does. */
  Draft(int[] text) {
    this.text = text;
    for (int i = 0; i <= LONGEST; i++) {
      tried[i] = PRIOR;
      right[i] = PRIOR * (i == 0 ? 0.3 : 0.72 + 0.02 * i);
    }
  }

  /** The answer goes on with this token. */
  void accept(int token) {
    append(token);
    if (next < text.length) {
      boolean hit = text[next] == token;
      tried[common] = FADING * tried[common] + 1;
      right[common] = FADING * right[common] + (hit ? 1 : 0);
      if (hit) {
        next++;
        common = Math.min(LONGEST, common + 1);
        return;
      }
    }
    realign();
  }

  private void append(int token) {
    if (size == answer.length) {
      answer = Arrays.copyOf(answer, 2 * size);
    }
    answer[size++] = token;
  }

  /** Of places with an equally long end before them the nearest is taken. */
  private void realign() {
    int expected = next + 1;
    common = 0;
    for (int place = 1; place < text.length; place++) {
      int length = commonBefore(place);
      boolean nearer = Math.abs(place - expected) < Math.abs(next - expected);
      if (length > common || length > 0 && length == common && nearer) {
        common = length;
        next = place;
      }
    }
    if (common == 0) {
      next = expected;
    }
  }

  private int commonBefore(int place) {
    int most = Math.min(LONGEST, Math.min(place, size));
    int length = 0;
    while (length < most && text[place - 1 - length] == answer[size - 1 - length]) {
      length++;
    }
    return length;
  }

  /** The tokens that are guessed to come next, at most so many. */
  int[] guess(int most) {
    int count = Math.min(most, left());
    return count == 0 ? new int[0] : Arrays.copyOfRange(text, next, next + count);
  }

  /** How many tokens are guessed. */
  int left() {
    return Math.max(0, text.length - next);
  }

  /**
   * How many tokens a step with so many guesses is expected to give: each guess counts if all
   * before it are right, and one token comes anyway.
   */
  double expected(int guesses) {
    double sum = 1;
    double odds = 1;
    for (int i = 0; i < guesses; i++) {
      int length = Math.min(LONGEST, common + i);
      odds *= (length == 0 ? TRUST : 1) * right[length] / tried[length];
      sum += odds;
    }
    return sum;
  }
}
