package org.densesteer.evaluation.run;

import java.util.List;
import java.util.function.Consumer;
import org.densesteer.evaluation.plan.PlannedAnswer;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.results.SweepAnswer;
import org.densesteer.steering.Gate;
import org.densesteer.steering.SteeringVector;

/** What computes a sweep's batches, in this process or elsewhere. */
@FunctionalInterface
public interface BatchComputer {

  /**
   * Computes all batches and returns when the last answer was heard.
   *
   * @param onAnswer hears the answers batch by batch in their order, and those of a batch as they
   *     ended, one call at a time on any thread
   * @param control pauses the work, and stops it
   * @throws java.util.concurrent.CancellationException when stopped
   * @throws org.densesteer.common.FaultException when an answer cannot be computed or kept
   */
  void compute(
      List<List<PlannedAnswer>> batches, Consumer<SweepAnswer> onAnswer, SweepControl control);

  /** Computes in this process, with as many threads as the engine can use. */
  static BatchComputer here(SweepPlan plan, SteeringVector vector, Gate gate, AnswerEngine engine) {
    AnswerRequests requests = new AnswerRequests(plan, vector, gate, engine);
    return (batches, onAnswer, control) ->
        new BatchWorkers(engine, requests, control).run(batches, onAnswer);
  }
}
