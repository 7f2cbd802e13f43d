package org.densesteer.evaluation.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.densesteer.common.Cancellation;
import org.densesteer.generation.BatchRequest;
import org.densesteer.generation.BatchRow;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.jspecify.annotations.Nullable;

/** Answers with a loaded model. Other jobs of the session take their turns between two batches. */
public final class SessionAnswerEngine implements AnswerEngine {

  private final ModelSession session;

  /** What a chat prompt is rendered from. */
  private record Turns(@Nullable String system, String user) {}

  /** Uses a session, which stays the caller's to close. */
  public SessionAnswerEngine(ModelSession session) {
    this.session = session;
  }

  @Override
  public void answer(
      List<Row> rows, int maxNewTokens, Listener listener, Cancellation cancellation) {
    Map<Turns, Prompt> prompts = new HashMap<>();
    List<BatchRow> batch = new ArrayList<>();
    for (Row row : rows) {
      Prompt prompt =
          prompts.computeIfAbsent(
              new Turns(row.system(), row.userTurn()),
              turns -> session.chatPrompt(turns.system(), turns.user()));
      batch.add(new BatchRow(prompt, row.steerings()));
    }
    BatchRequest request =
        new BatchRequest(batch, maxNewTokens, () -> new Repetition()::accept);
    try {
      session.answer(request, listener::onAnswer, cancellation).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public int countTokens(String text) {
    return session.tokenizer().count(text);
  }
}
