package org.densesteer.evaluation.results;

import java.util.Arrays;

/**
 * Detects an answer that has begun to repeat itself without end: its last tokens are one block of
 * at most 128 tokens at least four times over, and at least 32 tokens are repeats.
 */
public final class Repetition {

  /** Longest block that is looked for, in tokens. */
  static final int LONGEST_BLOCK = 128;

  /** Fewest tokens that must be repeats. */
  static final int FEWEST_REPEATED = 32;

  /** How often a block must come again after its first time. */
  static final int FEWEST_REPEATS = 3;

  private final int[] recent = new int[LONGEST_BLOCK];
  private final int[] matched = new int[LONGEST_BLOCK + 1];
  private int count;
  private boolean found;

  /** Starts with an empty answer. */
  public Repetition() {}

  /**
   * Takes the next token.
   *
   * @return whether the answer repeats itself, now or at an earlier token
   */
  public boolean accept(int tokenId) {
    for (int block = 1; block <= Math.min(count, LONGEST_BLOCK); block++) {
      boolean same = recent[(count - block) % LONGEST_BLOCK] == tokenId;
      matched[block] = same ? matched[block] + 1 : 0;
      found |= matched[block] >= Math.max(FEWEST_REPEATS * block, FEWEST_REPEATED);
    }
    recent[count % LONGEST_BLOCK] = tokenId;
    count++;
    return found;
  }

  /** Whether the answer so far repeats itself anywhere. */
  public boolean found() {
    return found;
  }

  /** Whether a whole answer repeats itself anywhere. */
  public static boolean in(int[] tokenIds) {
    Repetition repetition = new Repetition();
    return Arrays.stream(tokenIds).anyMatch(repetition::accept);
  }

  /** Whether an answer is none: endless repetition, or nothing at all. */
  public static boolean degenerate(boolean repeats, String text) {
    return repeats || text.isBlank();
  }
}
