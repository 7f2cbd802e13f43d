package org.densesteer.generation;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a job keeps on the decoder's thread from one piece of its work to the next. It is freed
 * there, by the job or with the model.
 */
public final class Resident<T> implements AutoCloseable {

  private final DecoderThread thread;
  private final Set<Resident<?>> all;
  private final Consumer<T> free;
  private final T content;
  private boolean freed;

  /**
   * Makes it on the decoder's thread, and waits for it.
   *
   * @param all the residents of the session, for the decoder's thread alone
   */
  Resident(DecoderThread thread, Set<Resident<?>> all, Supplier<T> make, Consumer<T> free) {
    this.thread = thread;
    this.all = all;
    this.free = free;
    content =
        await(
            () -> {
              T made = make.get();
              all.add(this);
              return made;
            });
  }

  /**
   * Does a piece of work on the decoder's thread, and waits for it.
   *
   * @throws CancellationException when the session was closed
   * @throws org.densesteer.common.FaultException when the model stops with an error
   */
  public <R> R use(Function<T, R> piece) {
    return await(
        () -> {
          if (freed) {
            throw closed();
          }
          return piece.apply(content);
        });
  }

  private <R> R await(Supplier<R> job) {
    try {
      return thread.await(job);
    } catch (RejectedExecutionException e) {
      throw closed();
    }
  }

  private static CancellationException closed() {
    return new CancellationException("the model was closed");
  }

  /** Frees it, on the decoder's thread. */
  void free() {
    if (!freed) {
      freed = true;
      all.remove(this);
      free.accept(content);
    }
  }

  /** Has it freed behind what the decoder's thread has to do. */
  @Override
  public void close() {
    try {
      thread.submit(
          () -> {
            free();
            return true;
          });
    } catch (RejectedExecutionException e) {
      // The session freed it with itself.
      return;
    }
  }
}
