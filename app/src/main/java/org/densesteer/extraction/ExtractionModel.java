package org.densesteer.extraction;

import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.model.ModelInfo;

/**
 * What making pairs and extracting vectors asks of a loaded model. {@link SessionModel} is the real
 * one; tests script theirs.
 */
public interface ExtractionModel extends PooledOutputs {

  /** Hears of finished answers, one call at a time. */
  @FunctionalInterface
  interface AnswerListener {

    /**
     * A chat is answered.
     *
     * @param chat its index in the batch
     * @param text the answer, special tokens left out
     * @param whole whether the model ended it itself; false when it was cut off
     */
    void onAnswer(int chat, String text, boolean whole);
  }

  /** What is loaded. */
  ModelInfo info();

  /** Token ids of a text alone, without special tokens. */
  int[] encode(String text);

  /** How many tokens a text alone has: the token count of ρ. */
  default int countTokens(String text) {
    return encode(text).length;
  }

  /**
   * Token ids of a chat up to where the answer begins.
   *
   * @param frame what the prompt has around the user turn
   */
  int[] prompt(ChatFrame frame, String userTurn);

  /**
   * Answers a batch of chats greedily and returns when the last is finished.
   *
   * @param prompts ids of each chat, as {@link #prompt} gives them
   * @param listener called as soon as a chat is answered
   * @throws org.densesteer.common.FaultException when a prompt leaves no room for an answer
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  void answer(
      List<int[]> prompts, int maxNewTokens, AnswerListener listener, Cancellation cancellation);
}
