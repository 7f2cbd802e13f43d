package org.densesteer.evaluation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.BatchLayout;
import org.densesteer.evaluation.plan.PlannedAnswer;
import org.densesteer.evaluation.plan.SweepParts;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.Repetition;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.steering.Gate;
import org.densesteer.steering.SteeringVector;

/**
 * Measures the speed of a sweep by the first of its own answers, which are given up after a while.
 */
public final class SpeedTrial {

  private static final double NANOS = 1e9;

  private final SweepPlan plan;
  private final AnswerRequests requests;
  private final AnswerEngine engine;
  private final LongSupplier nanoTime;
  private final long deadline;
  private final LongAdder tokens = new LongAdder();
  private final LongAdder givenUp = new LongAdder();
  private final LongAdder givenUpTokens = new LongAdder();

  private SpeedTrial(
      SweepPlan plan,
      SteeringVector vector,
      Gate gate,
      AnswerEngine engine,
      double seconds,
      LongSupplier nanoTime) {
    this.plan = plan;
    this.requests = new AnswerRequests(plan, vector, gate, engine);
    this.engine = engine;
    this.nanoTime = nanoTime;
    this.deadline = nanoTime.getAsLong() + (long) (seconds * NANOS);
  }

  /**
   * Answers for some seconds, in as many rows and threads as the sweep will.
   *
   * @param seconds after which answers are given up; a prompt is read to its end
   * @param nanoTime the clock
   * @throws java.util.concurrent.CancellationException when stopped
   */
  public static SweepSpeed measure(
      SweepPlan plan,
      ProblemSet problems,
      SteeringVector vector,
      Gate gate,
      AnswerEngine engine,
      double seconds,
      LongSupplier nanoTime,
      SweepControl control) {
    SpeedTrial trial = new SpeedTrial(plan, vector, gate, engine, seconds, nanoTime);
    List<List<PlannedAnswer>> batches =
        BatchLayout.grid(plan, SweepParts.of(plan, problems).grid());
    return trial.run(batches.subList(0, Math.min(engine.workers(), batches.size())), control);
  }

  private SweepSpeed run(List<List<PlannedAnswer>> batches, SweepControl control) {
    long start = nanoTime.getAsLong();
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, batches.size()));
    try {
      List<Future<?>> all = new ArrayList<>();
      for (List<PlannedAnswer> batch : batches) {
        all.add(threads.submit(() -> answer(batch, control)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new FaultException("The speed cannot be measured: " + e.getCause() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      control.cancel();
    } finally {
      threads.shutdown();
    }
    control.cancellation().check();
    double seconds = Math.max(nanoTime.getAsLong() - start, 1) / NANOS;
    if (tokens.sum() == 0) {
      throw new FaultException("The speed cannot be measured: no answer had a token.");
    }
    long answers = batches.stream().mapToLong(this::rows).sum();
    long whole = answers - givenUp.sum();
    return new SweepSpeed(
        tokens.sum() / seconds,
        whole == 0 ? 0 : (double) (tokens.sum() - givenUpTokens.sum()) / whole,
        (double) givenUp.sum() / answers);
  }

  private int rows(List<PlannedAnswer> batch) {
    return Math.min(batch.size(), plan.decoding().lanes());
  }

  /** As many as grow at once, from all over the batch: answers of one cell tend to one length. */
  private List<PlannedAnswer> some(List<PlannedAnswer> batch) {
    int rows = rows(batch);
    return IntStream.range(0, rows).mapToObj(i -> batch.get(i * batch.size() / rows)).toList();
  }

  private void answer(List<PlannedAnswer> batch, SweepControl control) {
    BatchRequest whole = requests.batch(some(batch));
    BatchRequest watched =
        new BatchRequest(
            whole.answers(),
            whole.lanes(),
            whole.maxNewTokens(),
            whole.sampling(),
            whole.scoring(),
            this::watch);
    engine.answer(watched, (place, answer) -> {}, control);
  }

  /** Counts tokens; after the deadline every answer ends at its next one. */
  private IntPredicate watch() {
    Repetition repetition = new Repetition();
    int[] own = {0};
    return token -> {
      own[0]++;
      tokens.increment();
      if (repetition.accept(token)) {
        return true;
      }
      boolean late = nanoTime.getAsLong() > deadline;
      if (late) {
        givenUp.increment();
        givenUpTokens.add(own[0]);
      }
      return late;
    };
  }
}
