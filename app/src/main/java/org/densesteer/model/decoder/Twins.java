package org.densesteer.model.decoder;

import java.util.stream.IntStream;

/**
 * Which lines of a step are the unsteered twins of the lines before them: the same token at the
 * same position of the same text. Until the arm is steered the two are the same, and are computed
 * once.
 *
 * @param leads for every line itself, or the line before it, of which it is the twin
 * @param last the last block of which both always had the same input; -1 where nothing is computed
 *     once
 */
public record Twins(int[] leads, int last) {

  /** Every line is computed. */
  public static Twins none(int lines) {
    return new Twins(IntStream.range(0, lines).toArray(), -1);
  }

  /** The last block up to which nothing is done to any line. */
  int last(Sites sites) {
    return Math.min(last, sites.firstLayer(last));
  }
}
