package org.densesteer.generation;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.densesteer.common.FaultException;

/**
 * Answers to several prompts, greedily and in lock step.
 *
 * @param rows the rows, at least one; the same rows in the same order with the same {@code lanes}
 *     give the same tokens
 * @param lanes most rows that grow at once; a row that is finished makes room for the next
 * @param maxNewTokens most tokens an answer may have
 * @param watches makes for every row a watch that takes each of its tokens and says whether the
 *     answer should end there
 */
public record BatchRequest(
    List<BatchRow> rows, int lanes, int maxNewTokens, Supplier<IntPredicate> watches) {

  /** Hears of finished answers, on the decoder's thread. */
  @FunctionalInterface
  public interface Listener {
    /** The row with this index is finished. */
    void onAnswer(int row, Trace trace);
  }

  /** Freezes the list and checks the numbers. */
  public BatchRequest {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new FaultException("A batch needs at least one row.");
    }
    if (lanes < 1) {
      throw new FaultException("A batch needs at least one lane, not " + lanes + ".");
    }
    if (maxNewTokens < 1) {
      throw new FaultException("An answer must be allowed at least one token.");
    }
  }
}
