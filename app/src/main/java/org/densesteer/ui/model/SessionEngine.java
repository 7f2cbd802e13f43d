package org.densesteer.ui.model;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.densesteer.chat.ChatFrame;
import org.densesteer.evaluation.results.Repetition;
import org.densesteer.evaluation.run.AnswerEngine;
import org.densesteer.evaluation.run.SessionAnswerEngine;
import org.densesteer.extraction.ExtractionModel;
import org.densesteer.extraction.SessionModel;
import org.densesteer.generation.Alignment;
import org.densesteer.generation.GenerationRequest;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.PromptReport;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.RunListener;
import org.densesteer.generation.Trace;
import org.densesteer.model.ModelInfo;
import org.densesteer.model.Precision;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;

/** A model session as the window sees it. */
public final class SessionEngine implements RunEngine {

  private final ModelSession session;

  private SessionEngine(ModelSession session) {
    this.session = session;
  }

  /**
   * Loads checkpoint folders.
   *
   * @param precision what to compute in; asked on the loading thread whenever a model is loaded
   */
  public static Opener opener(Supplier<Precision> precision) {
    return (checkpoint, progress, cancellation) ->
        new SessionEngine(ModelSession.open(checkpoint, precision.get(), progress, cancellation));
  }

  @Override
  public ModelInfo info() {
    return session.info();
  }

  @Override
  public int countTokens(String text) {
    return session.tokenizer().count(text);
  }

  @Override
  public AnswerEngine answers() {
    return new SessionAnswerEngine(session);
  }

  @Override
  public Prompt chatPrompt(ChatFrame frame, String question) {
    return session.chatPrompt(frame, question);
  }

  @Override
  public CompletableFuture<PromptReport> readPrompt(Prompt prompt) {
    return session.readPrompt(prompt);
  }

  @Override
  public CompletableFuture<List<Trace>> run(
      GenerationRequest request, RunListener listener, RunControl control) {
    return session.run(request, listener, control);
  }

  @Override
  public CompletableFuture<Alignment> alignment(
      Prompt prompt,
      int[] response,
      List<Steering> steerings,
      SteeringVector vector,
      IntConsumer between) {
    return session.alignment(prompt, response, steerings, vector, between);
  }

  @Override
  public CompletableFuture<Double> logProbability(
      Prompt prompt, int[] continuation, List<Steering> steerings) {
    return session.logProbability(prompt, continuation, steerings);
  }

  @Override
  public int[] encode(String text) {
    return session.tokenizer().encode(text);
  }

  @Override
  public String text(int tokenId) {
    return session.tokenizer().decode(new int[] {tokenId});
  }

  @Override
  public ExtractionModel extraction() {
    return new SessionModel(session, () -> new Repetition()::accept);
  }

  @Override
  public void close() {
    session.close();
  }
}
