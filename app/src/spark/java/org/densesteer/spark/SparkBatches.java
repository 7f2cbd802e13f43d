package org.densesteer.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.PlannedAnswer;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.results.AnswerJson;
import org.densesteer.evaluation.results.SweepAnswer;
import org.densesteer.evaluation.run.BatchComputer;
import org.densesteer.evaluation.run.BatchOrder;
import org.densesteer.evaluation.run.SweepControl;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Computes batches in the executors of Spark, one task a batch. */
final class SparkBatches implements BatchComputer {

  private static final long HEARTBEAT_MILLIS = 100;

  private final JavaSparkContext context;
  private final String plan;
  private final Broadcast<SweepWork> work;
  private final Consumer<String> notes;
  private final Set<String> arithmetics = new TreeSet<>();

  /**
   * Sends the sweep to the executors.
   *
   * @param notes takes sentences for a person
   */
  SparkBatches(JavaSparkContext context, SweepSetup setup, Consumer<String> notes) {
    this.context = context;
    this.plan = setup.plan().hash();
    this.work = context.broadcast(SweepWork.of(setup));
    this.notes = notes;
  }

  @Override
  public void compute(
      List<List<PlannedAnswer>> batches, Consumer<SweepAnswer> onAnswer, SweepControl control) {
    if (batches.isEmpty()) {
      return;
    }
    List<List<AnswerKey>> keys = new ArrayList<>();
    for (List<PlannedAnswer> batch : batches) {
      keys.add(new ArrayList<>(batch.stream().map(PlannedAnswer::key).toList()));
    }
    Arrivals arrivals = new Arrivals(new BatchOrder(onAnswer));
    await(
        context
            .sc()
            .submitJob(
                context.parallelize(keys, keys.size()).rdd(),
                new BatchTask(work),
                all(keys.size()),
                arrivals,
                new Nothing()),
        arrivals.failure,
        control);
  }

  private static Seq<Object> all(int count) {
    List<Object> numbers = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    return CollectionConverters.asScala(numbers).toSeq();
  }

  private static void await(
      SimpleFutureAction<Object> job,
      AtomicReference<@Nullable FaultException> failure,
      SweepControl control) {
    try {
      while (!job.isCompleted()) {
        if (failure.get() != null || control.cancellation().isRequested()) {
          job.cancel();
        }
        Thread.sleep(HEARTBEAT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      job.cancel();
      throw new CancellationException("interrupted");
    }
    @Nullable FaultException fault = failure.get();
    if (fault != null) {
      throw fault;
    }
    control.cancellation().check();
    if (job.value().get().isFailure()) {
      Throwable why = job.value().get().failed().get();
      throw new FaultException("Spark gave the sweep up: " + firstLine(why) + ".", why);
    }
  }

  private static String firstLine(Throwable why) {
    return String.valueOf(why.getMessage()).lines().findFirst().orElse("").replaceAll("\\.$", "");
  }

  /** Takes what executors send back, in any order, one at a time. */
  private final class Arrivals extends AbstractFunction2<Object, BatchOutcome, BoxedUnit> {

    private final BatchOrder order;
    private final AtomicReference<@Nullable FaultException> failure = new AtomicReference<>();

    Arrivals(BatchOrder order) {
      this.order = order;
    }

    @Override
    public BoxedUnit apply(Object number, BatchOutcome outcome) {
      try {
        accept((Integer) number, outcome);
      } catch (FaultException e) {
        failure.compareAndSet(null, e);
      }
      return BoxedUnit.UNIT;
    }

    private void accept(int batch, BatchOutcome outcome) {
      if (failure.get() != null) {
        return;
      }
      if (outcome.fault() != null) {
        throw new FaultException(outcome.fault());
      }
      if (arithmetics.add(outcome.arithmetic()) && arithmetics.size() > 1) {
        notes.accept(
            "densesteer: The executors' arithmetic differs, so last bits may differ from those of a"
                + " single machine: "
                + String.join("; ", arithmetics)
                + ".");
      }
      for (String line : outcome.lines()) {
        order.add(
            batch,
            AnswerJson.read(line, plan)
                .orElseThrow(
                    () -> new FaultException("An executor sent what is no answer of the sweep.")));
      }
      order.finish(batch);
    }
  }

  private static final class Nothing extends AbstractFunction0<Object> {
    @Override
    public Object apply() {
      return BoxedUnit.UNIT;
    }
  }
}
