package org.densesteer.model.training;

import java.util.Arrays;
import java.util.List;

/**
 * Sequences for one step, padded on the right to one length.
 *
 * @param rows number of sequences
 * @param length positions in each
 * @param ids token ids, row by row
 * @param positions indices into {@code ids} whose next token counts in the loss
 * @param targets that next token, for each of {@code positions}; −100 where padding does not count
 */
public record Batch(int rows, int length, long[] ids, long[] positions, long[] targets) {

  /** What the loss leaves out; libtorch's default {@code ignore_index}. */
  static final long NOT_COUNTED = -100;

  /**
   * Lengths and numbers of targets are rounded up to multiples of these. Matrix products in
   * bfloat16 are compiled anew for every shape, and many shapes have crashed libtorch 2.7.1.
   */
  private static final int LENGTH_UNIT = 16;

  private static final int TARGET_UNIT = 256;

  /** A batch in which only the answers count in the loss; its shape is the longest sequence's. */
  public static Batch of(List<Example> examples) {
    int longest = examples.stream().mapToInt(e -> e.tokens().length - 1).max().orElse(0);
    int length = roundedLength(longest);
    int counted = roundUp(examples.stream().mapToInt(Example::answerLength).sum(), TARGET_UNIT);
    long[] ids = new long[examples.size() * length];
    long[] positions = new long[counted];
    long[] targets = new long[counted];
    int next = 0;
    for (int row = 0; row < examples.size(); row++) {
      int[] tokens = examples.get(row).tokens();
      for (int i = 0; i + 1 < tokens.length; i++) {
        ids[row * length + i] = tokens[i];
        if (i + 1 >= examples.get(row).promptLength()) {
          positions[next] = (long) row * length + i;
          targets[next++] = tokens[i + 1];
        }
      }
    }
    Arrays.fill(targets, next, counted, NOT_COUNTED);
    return new Batch(examples.size(), length, ids, positions, targets);
  }

  /** Positions that sequences of up to {@code longest} positions are padded to. */
  static int roundedLength(int longest) {
    return roundUp(longest, LENGTH_UNIT);
  }

  private static int roundUp(int value, int unit) {
    return (value + unit - 1) / unit * unit;
  }
}
