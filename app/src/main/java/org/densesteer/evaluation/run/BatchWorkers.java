package org.densesteer.evaluation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.PlannedAnswer;
import org.densesteer.evaluation.results.SweepAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Computes batches with as many threads as the engine can use. What is heard, and in which order,
 * does not depend on their number.
 */
final class BatchWorkers {

  private final AnswerEngine engine;
  private final AnswerRequests requests;
  private final SweepControl control;
  private volatile boolean broken;

  BatchWorkers(AnswerEngine engine, AnswerRequests requests, SweepControl control) {
    this.engine = engine;
    this.requests = requests;
    this.control = control;
  }

  /**
   * Computes all batches.
   *
   * @throws CancellationException when stopped
   * @throws FaultException when the engine fails
   */
  void run(List<List<PlannedAnswer>> batches, Consumer<SweepAnswer> onAnswer) {
    BatchOrder order = new BatchOrder(onAnswer);
    AtomicInteger next = new AtomicInteger();
    Runnable worker = () -> work(batches, next, order);
    int workers = Math.min(engine.workers(), batches.size());
    if (workers < 2) {
      worker.run();
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(workers, BatchWorkers::thread);
    List<Future<?>> started = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      started.add(threads.submit(worker));
    }
    threads.shutdown();
    await(started);
  }

  private void work(List<List<PlannedAnswer>> batches, AtomicInteger next, BatchOrder order) {
    try {
      for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
        control.awaitTurn();
        checkWhole();
        compute(i, batches.get(i), order);
      }
    } catch (RuntimeException | Error e) {
      broken = true;
      throw e;
    }
  }

  private void compute(int index, List<PlannedAnswer> batch, BatchOrder order) {
    AtomicInteger heard = new AtomicInteger();
    engine.answer(
        requests.batch(batch),
        (place, answer) -> {
          checkWhole();
          order.add(index, SweepAnswer.of(batch.get(place), answer, engine::countTokens));
          heard.incrementAndGet();
        },
        control);
    control.cancellation().check();
    if (heard.get() != batch.size()) {
      throw new FaultException("The model returned without having answered a whole batch.");
    }
    order.finish(index);
  }

  /** Another worker's failure ends the work of all. */
  private void checkWhole() {
    if (broken) {
      throw new CancellationException("another worker failed");
    }
  }

  /** Waits for all; of several failures the one that is no mere stop counts. */
  private void await(List<Future<?>> started) {
    @Nullable RuntimeException failure = null;
    for (Future<?> worker : started) {
      try {
        worker.get();
      } catch (ExecutionException e) {
        RuntimeException thrown =
            e.getCause() instanceof RuntimeException cause
                ? cause
                : new FaultException("The sweep failed: " + e.getCause() + ".", e.getCause());
        if (failure == null || failure instanceof CancellationException) {
          failure = thrown;
        }
      } catch (InterruptedException e) {
        control.cancel();
        Thread.currentThread().interrupt();
        failure = new CancellationException("interrupted");
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sweep");
    thread.setDaemon(true);
    return thread;
  }
}
