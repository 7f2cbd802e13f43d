package org.densesteer.common;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes what changes often once it rests. Everything but the writing itself happens on the thread
 * that calls, which is always the same.
 *
 * @param <T> what is written
 */
public final class LateWriter<T> {

  private final Supplier<T> content;
  private final Consumer<T> writing;
  private final Consumer<Runnable> rest;
  private final Executor background;
  private final Consumer<FaultException> told;
  private boolean unsaved;
  private long taken;
  private long written;
  private boolean failed;

  /**
   * Puts the parts together; nothing is written before {@link #changed}.
   *
   * @param content takes what there is to write
   * @param writing writes it, or throws a {@link FaultException}
   * @param rest runs what it is given later, on the calling thread, once it has not been called for
   *     a while; what it was given before is dropped
   * @param background runs the writing away from the calling thread
   * @param told hears the first failure after a success, on the thread that writes
   */
  public LateWriter(
      Supplier<T> content,
      Consumer<T> writing,
      Consumer<Runnable> rest,
      Executor background,
      Consumer<FaultException> told) {
    this.content = content;
    this.writing = writing;
    this.rest = rest;
    this.background = background;
    this.told = told;
  }

  /** Says that there is something new to write. */
  public void changed() {
    unsaved = true;
    rest.accept(() -> save(background));
  }

  /**
   * Writes what is not yet written, or could not be, on the calling thread.
   *
   * @return whether everything is written now
   */
  public boolean flush() {
    if (!isWritten()) {
      unsaved = true;
    }
    save(Runnable::run);
    return isWritten();
  }

  private synchronized boolean isWritten() {
    return written == taken && !failed;
  }

  private void save(Executor where) {
    if (unsaved) {
      unsaved = false;
      T now = content.get();
      long number = next();
      where.execute(() -> write(now, number));
    }
  }

  private synchronized long next() {
    return ++taken;
  }

  /** A thread that comes late must not put back what was there before. */
  private synchronized void write(T now, long number) {
    if (number < written) {
      return;
    }
    written = number;
    try {
      writing.accept(now);
      failed = false;
    } catch (FaultException e) {
      if (!failed) {
        failed = true;
        told.accept(e);
      }
    }
  }
}
