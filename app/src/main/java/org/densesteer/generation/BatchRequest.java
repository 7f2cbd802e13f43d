package org.densesteer.generation;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Answers to several prompts, greedily and in lock step.
 *
 * @param rows the rows, at least one; the same rows in the same order give the same tokens
 * @param maxNewTokens most tokens an answer may have
 * @param watches makes for every row a watch that takes each of its tokens and says whether the
 *     answer should end there
 */
public record BatchRequest(List<BatchRow> rows, int maxNewTokens, Supplier<IntPredicate> watches) {

  /** Hears of finished answers, on the decoder's thread. */
  @FunctionalInterface
  public interface Listener {
    /** The row with this index is finished. */
    void onAnswer(int row, Trace trace);
  }

  /** Freezes the list. */
  public BatchRequest {
    rows = List.copyOf(rows);
  }
}
