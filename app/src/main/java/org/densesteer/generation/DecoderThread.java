package org.densesteer.generation;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.densesteer.common.FaultException;
import org.densesteer.common.Futures;
import org.densesteer.model.memory.NativeHeap;

/** The one thread that touches a decoder. Jobs run one at a time, in the order they came. */
final class DecoderThread {

  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          job -> {
            Thread thread = new Thread(job, "decoder");
            thread.setDaemon(true);
            return thread;
          });

  private volatile boolean closing;

  <T> CompletableFuture<T> submit(Supplier<T> job) {
    return CompletableFuture.supplyAsync(() -> guarded(job), executor);
  }

  /** Runs a job and waits for it; its exception is thrown here as it is. */
  <T> T await(Supplier<T> job) {
    return Futures.join(submit(job));
  }

  /** Turns what the native engine throws into a fault with a sentence. */
  private static <T> T guarded(Supplier<T> job) {
    try {
      return job.get();
    } catch (FaultException | CancellationException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError e) {
      throw new FaultException("The model stopped with an error: " + firstLine(e) + ".", e);
    }
  }

  /**
   * Runs a job again and again as long as it gives true, each time behind what was submitted
   * meanwhile. Its failure is for whoever needs what it did to meet again.
   */
  void between(BooleanSupplier job) {
    submit(() -> !closing && job.getAsBoolean())
        .thenAccept(
            more -> {
              if (more) {
                between(job);
              }
            });
  }

  private static String firstLine(Throwable e) {
    String message = String.valueOf(e.getMessage()).strip();
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  /** Runs {@code last}, which frees the model, after all that was submitted, and waits for it. */
  void close(Runnable last) {
    closing = true;
    executor.execute(last);
    executor.execute(NativeHeap::trim);
    executor.shutdown();
    try {
      executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
