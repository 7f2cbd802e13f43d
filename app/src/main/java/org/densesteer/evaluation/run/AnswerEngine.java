package org.densesteer.evaluation.run;

import org.densesteer.chat.ChatFrame;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.batch.BatchRequest;

/** What answers a batch of questions, each with a steering of its own, in lock step. */
public interface AnswerEngine extends AutoCloseable {

  /**
   * The prompt of a question.
   *
   * @param frame what the prompt has around it
   * @param userTurn the user turn of the chat
   * @throws org.densesteer.common.FaultException when there is no prompt for it
   */
  Prompt prompt(ChatFrame frame, String userTurn);

  /**
   * Answers everything greedily and returns when the last answer has ended. The same request always
   * gives the same tokens and figures, in the same order.
   *
   * @param control pauses the work, and stops it
   * @throws java.util.concurrent.CancellationException when stopped; answers that have not ended
   *     are not reported
   */
  void answer(BatchRequest batch, BatchRequest.Listener listener, SweepControl control);

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
