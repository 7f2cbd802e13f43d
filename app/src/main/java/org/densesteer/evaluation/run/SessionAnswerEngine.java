package org.densesteer.evaluation.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.plan.SweepArguments;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.batch.BatchJob;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.model.ModelInfo;
import org.densesteer.model.Precision;

/**
 * Answers batches with a loaded model, by its chat template. A small checkpoint, which computes on
 * one thread, is loaded again for each further worker; all copies compute the same bits.
 */
public final class SessionAnswerEngine implements AnswerEngine {

  private static final int MOST_WORKERS = 4;

  private final ModelSession session;
  private final Deque<ModelSession> idle = new ArrayDeque<>();
  private final List<ModelSession> copies = new ArrayList<>();

  /** An engine on a session, which it does not close. */
  public SessionAnswerEngine(ModelSession session) {
    this.session = session;
    idle.add(session);
  }

  @Override
  public Prompt prompt(ChatFrame frame, String userTurn) {
    return session.chatPrompt(frame, userTurn);
  }

  @Override
  public void answer(BatchRequest batch, BatchRequest.Listener listener, SweepControl control) {
    ModelSession own = take(control.cancellation());
    try (BatchJob job = BatchJob.begin(own, batch, listener)) {
      do {
        control.awaitTurn();
      } while (job.advance(control.cancellation()));
    } finally {
      giveBack(own);
    }
  }

  @Override
  public int workers() {
    return session.threads() == 1
        ? Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors())
        : 1;
  }

  @Override
  public int countTokens(String text) {
    return session.tokenizer().count(text);
  }

  private synchronized ModelSession take(Cancellation cancellation) {
    if (!idle.isEmpty()) {
      return idle.remove();
    }
    ModelInfo info = session.info();
    Precision precision = Precision.ofLabel(SweepArguments.precision(info)).orElse(Precision.AUTO);
    ModelSession copy = ModelSession.open(info.folder(), precision, Progress.NONE, cancellation);
    copies.add(copy);
    if (!copy.info().fingerprint().equals(info.fingerprint())
        || !copy.info().precision().equals(info.precision())) {
      throw new FaultException(
          "The checkpoint in " + info.folder() + " was changed since it was loaded.");
    }
    return copy;
  }

  private synchronized void giveBack(ModelSession own) {
    idle.add(own);
  }

  @Override
  public synchronized void close() {
    copies.forEach(ModelSession::close);
    idle.removeAll(copies);
    copies.clear();
  }
}
