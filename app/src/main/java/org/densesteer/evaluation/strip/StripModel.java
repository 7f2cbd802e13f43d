package org.densesteer.evaluation.strip;

import org.densesteer.common.Cancellation;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.batch.BatchRequest;

/** What a strip asks of a model. */
public interface StripModel {

  /** Mean ‖h_ℓ‖ over the prompt's positions for every decoder block of the unsteered model. */
  double[] hiddenNorms(Prompt prompt);

  /**
   * Answers a batch and returns when its last answer has ended.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  void answer(BatchRequest batch, BatchRequest.Listener listener, Cancellation cancellation);

  /** How many tokens a text alone has, without special tokens. */
  int countTokens(String text);
}
