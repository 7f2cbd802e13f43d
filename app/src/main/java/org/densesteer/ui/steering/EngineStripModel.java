package org.densesteer.ui.steering;

import java.util.concurrent.CompletionException;
import org.densesteer.common.Cancellation;
import org.densesteer.evaluation.run.AnswerEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.strip.StripModel;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.ui.model.RunEngine;

/** The window's model as a strip uses it, on a background thread. */
public record EngineStripModel(RunEngine engine) implements StripModel {

  @Override
  public double[] hiddenNorms(Prompt prompt) {
    try {
      return engine.readPrompt(prompt).join().hiddenNorms();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void answer(
      BatchRequest batch, BatchRequest.Listener listener, Cancellation cancellation) {
    try (AnswerEngine answers = engine.answers()) {
      answers.answer(batch, listener, new SweepControl(cancellation));
    }
  }

  @Override
  public int countTokens(String text) {
    return engine.countTokens(text);
  }
}
