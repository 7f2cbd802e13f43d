package org.densesteer.evaluation.run;

import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.evaluation.results.Repetition;
import org.densesteer.generation.Trace;
import org.densesteer.steering.Steering;

/** What answers a batch of questions, each row with a steering of its own, in lock step. */
public interface AnswerEngine extends AutoCloseable {

  /**
   * A question to be answered.
   *
   * @param userTurn the user turn of the chat
   * @param frame what the prompt has around it
   * @param steerings what is added to the hidden states; empty for an unsteered row
   */
  record Row(String userTurn, ChatFrame frame, List<Steering> steerings) {

    /** Freezes the list. */
    public Row {
      steerings = List.copyOf(steerings);
    }
  }

  /** Hears of finished answers. */
  @FunctionalInterface
  interface Listener {

    /**
     * A row is finished.
     *
     * @param row its index in the batch
     * @param trace its answer, both NLL conventions included
     */
    void onAnswer(int row, Trace trace);
  }

  /**
   * Answers all rows greedily and returns when the last is finished. A row ends at end of text, at
   * {@code maxNewTokens}, or as soon as a {@link Repetition} of its own reports an endless
   * repetition. The same rows in the same order with the same lanes always give the same tokens and
   * figures, in the same order.
   *
   * @param lanes most rows that grow at once
   * @param listener called for each row when it is finished, one call at a time
   * @param control pauses the work, and stops it
   * @throws java.util.concurrent.CancellationException when stopped; rows not yet finished are not
   *     reported
   */
  void answer(List<Row> rows, int lanes, int maxNewTokens, Listener listener, SweepControl control);

  /** How many threads may call {@link #answer} at once and gain by it. */
  default int workers() {
    return 1;
  }

  /** How many tokens a text alone has, without special tokens; from any thread. */
  int countTokens(String text);

  /** Frees what was loaded for the answers alone. */
  @Override
  default void close() {}
}
