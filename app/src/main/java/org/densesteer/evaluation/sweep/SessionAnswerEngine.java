package org.densesteer.evaluation.sweep;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.densesteer.common.Cancellation;
import org.densesteer.generation.BatchRequest;
import org.densesteer.generation.BatchRow;
import org.densesteer.generation.ModelSession;

/** Answers batches with a loaded model, by its chat template. */
public final class SessionAnswerEngine implements AnswerEngine {

  private final ModelSession session;

  /** An engine on a session, which it does not close. */
  public SessionAnswerEngine(ModelSession session) {
    this.session = session;
  }

  @Override
  public void answer(
      List<Row> rows, int maxNewTokens, Listener listener, Cancellation cancellation) {
    List<BatchRow> batch =
        rows.stream()
            .map(
                row ->
                    new BatchRow(session.chatPrompt(row.system(), row.userTurn()), row.steerings()))
            .toList();
    BatchRequest request = new BatchRequest(batch, maxNewTokens, () -> new Repetition()::accept);
    await(session.answer(request, listener::onAnswer, cancellation));
  }

  @Override
  public int countTokens(String text) {
    return session.tokenizer().count(text);
  }

  private static void await(CompletableFuture<Void> answers) {
    try {
      answers.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
