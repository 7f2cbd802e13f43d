package org.densesteer.generation.batch;

import java.util.concurrent.CancellationException;
import org.densesteer.common.Cancellation;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Resident;
import org.densesteer.generation.SteeringCheck;

/**
 * A batch of answers that is computed piece by piece, so that other jobs of the session need not
 * wait for all of it. Belongs to the thread that began it, which drives it; the computing is done
 * on the decoder's thread.
 */
public final class BatchJob implements AutoCloseable {

  private static final long NANOS_OF_A_PIECE = 100_000_000L;

  private final Resident<BatchRun> run;

  private BatchJob(Resident<BatchRun> run) {
    this.run = run;
  }

  /**
   * Begins a batch; nothing is computed yet.
   *
   * @param listener called on the decoder's thread
   * @throws org.densesteer.common.FaultException when a steering does not fit the model, or a
   *     prompt is too long
   */
  public static BatchJob begin(
      ModelSession session, BatchRequest request, BatchRequest.Listener listener) {
    for (AnswerRequest answer : request.answers()) {
      answer.steerings().forEach(s -> SteeringCheck.against(session.info(), s));
    }
    return new BatchJob(
        session.keep(
            decoder -> new BatchRun(decoder, session.tokenizer(), request, listener),
            BatchRun::close));
  }

  /**
   * Computes for a tenth of a second or so.
   *
   * @return whether there is more to do
   * @throws CancellationException when cancelled, or when the session was closed
   * @throws org.densesteer.common.FaultException when the model stops with an error
   */
  public boolean advance(Cancellation cancellation) {
    return run.use(
        batch -> {
          long end = System.nanoTime() + NANOS_OF_A_PIECE;
          boolean more = true;
          while (more && System.nanoTime() - end < 0) {
            more = batch.step(cancellation);
          }
          return more;
        });
  }

  /** Computes all that is left. */
  public void finish(Cancellation cancellation) {
    while (advance(cancellation)) {
      cancellation.check();
    }
  }

  /** Frees the batch's memory; answers that were not finished are lost. */
  @Override
  public void close() {
    run.close();
  }
}
