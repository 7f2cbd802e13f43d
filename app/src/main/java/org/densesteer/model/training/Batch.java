package org.densesteer.model.training;

import java.util.List;

/**
 * Sequences for one step, padded on the right to the longest.
 *
 * @param rows number of sequences
 * @param length positions in each
 * @param ids token ids, row by row
 * @param positions indices into {@code ids} whose next token counts in the loss
 * @param targets that next token, for each of {@code positions}
 */
public record Batch(int rows, int length, long[] ids, long[] positions, long[] targets) {

  /** A batch in which only the answers count in the loss; its shape is the longest sequence's. */
  public static Batch of(List<Example> examples) {
    int length = examples.stream().mapToInt(e -> e.tokens().length - 1).max().orElse(0);
    int counted = examples.stream().mapToInt(Example::answerLength).sum();
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
    return new Batch(examples.size(), length, ids, positions, targets);
  }
}
