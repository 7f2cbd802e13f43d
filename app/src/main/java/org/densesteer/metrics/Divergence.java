package org.densesteer.metrics;

import java.util.OptionalInt;
import org.densesteer.generation.Trace;

/** Where two answers part. */
public final class Divergence {

  private Divergence() {}

  /** How many tokens two responses have in common at their start. */
  public static int commonPrefix(int[] left, int[] right) {
    int length = Math.min(left.length, right.length);
    for (int i = 0; i < length; i++) {
      if (left[i] != right[i]) {
        return i;
      }
    }
    return length;
  }

  /**
   * Index of the first response token in which two finished answers differ; where one goes on after
   * the other has ended, the index of its first further token. Empty when they are the same.
   */
  public static OptionalInt firstDifference(Trace left, Trace right) {
    int[] leftIds = left.tokenIds();
    int[] rightIds = right.tokenIds();
    int common = commonPrefix(leftIds, rightIds);
    return common == leftIds.length && common == rightIds.length
        ? OptionalInt.empty()
        : OptionalInt.of(common);
  }
}
