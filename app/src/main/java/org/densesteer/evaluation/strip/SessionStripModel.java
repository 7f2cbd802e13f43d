package org.densesteer.evaluation.strip;

import org.densesteer.common.Cancellation;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.batch.BatchJob;
import org.densesteer.generation.batch.BatchRequest;

/** A loaded model, which stays the caller's. */
public record SessionStripModel(ModelSession session) implements StripModel {

  @Override
  public double[] hiddenNorms(Prompt prompt) {
    return session.readPrompt(prompt).join().hiddenNorms();
  }

  @Override
  public void answer(
      BatchRequest batch, BatchRequest.Listener listener, Cancellation cancellation) {
    try (BatchJob job = BatchJob.begin(session, batch, listener)) {
      job.finish(cancellation);
    }
  }

  @Override
  public int countTokens(String text) {
    return session.tokenizer().count(text);
  }
}
