package org.densesteer.model;

import java.util.Arrays;

/**
 * The text of a growing list of ids, told piece by piece. A character that needs several tokens is
 * told with the last of them.
 */
public final class TokenText {

  private static final char REPLACEMENT = '\uFFFD';

  private final Tokenizer tokenizer;
  private int[] ids = new int[64];
  private int[] ends = new int[64];
  private int size;
  private int windowStart;
  private int told;

  /** Begins with no ids. */
  public TokenText(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Takes one more id and returns the text that is new; empty while a character is incomplete. */
  public String append(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ids[size] = id;
    ends[size] = size == 0 ? 0 : ends[size - 1];
    size++;
    String before = decode(windowStart, told);
    String now = decode(windowStart, size);
    if (now.length() <= before.length() || now.charAt(now.length() - 1) == REPLACEMENT) {
      return "";
    }
    windowStart = told;
    told = size;
    ends[size - 1] += now.length() - before.length();
    return now.substring(before.length());
  }

  /** Number of ids so far. */
  public int size() {
    return size;
  }

  /** The ids so far. */
  public int[] ids() {
    return Arrays.copyOf(ids, size);
  }

  /** Length of the text after each id, as far as it was told then. */
  public int[] ends() {
    return Arrays.copyOf(ends, size);
  }

  /** All text so far, an incomplete character at its end included. */
  public String whole() {
    return decode(0, size);
  }

  private String decode(int from, int to) {
    return tokenizer.decode(Arrays.copyOfRange(ids, from, to));
  }
}
