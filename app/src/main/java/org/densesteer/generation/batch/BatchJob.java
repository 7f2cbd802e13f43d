package org.densesteer.generation;

import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.densesteer.common.Cancellation;

/**
 * A batch of answers that is computed piece by piece, so that other jobs of the session need not
 * wait for all of it. Belongs to the thread that made it, which drives it; the computing is done on
 * the decoder's thread.
 */
public final class BatchJob implements AutoCloseable {

  private static final long NANOS_OF_A_PIECE = 100_000_000L;

  private final DecoderThread thread;
  private final Consumer<BatchRun> onClose;
  private final BatchRun run;

  BatchJob(DecoderThread thread, Supplier<BatchRun> run, Consumer<BatchRun> onClose) {
    this.thread = thread;
    this.onClose = onClose;
    this.run = onThread(run);
  }

  /**
   * Computes for a tenth of a second or so.
   *
   * @return whether there is more to do
   * @throws CancellationException when cancelled, or when the session was closed
   * @throws org.densesteer.common.FaultException when the model stops with an error
   */
  public boolean advance(Cancellation cancellation) {
    return onThread(
        () -> {
          long end = System.nanoTime() + NANOS_OF_A_PIECE;
          boolean more = true;
          while (more && System.nanoTime() - end < 0) {
            more = run.step(cancellation);
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

  private <T> T onThread(Supplier<T> piece) {
    try {
      return thread.await(piece);
    } catch (RejectedExecutionException e) {
      throw new CancellationException("the model was closed");
    }
  }

  /** Frees the batch's memory; answers that were not finished are lost. */
  @Override
  public void close() {
    try {
      thread.submit(
          () -> {
            onClose.accept(run);
            run.close();
            return true;
          });
    } catch (RejectedExecutionException e) {
      // The session closed the batch with itself.
      return;
    }
  }
}
