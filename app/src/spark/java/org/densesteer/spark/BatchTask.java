package org.densesteer.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.AnswerKey;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Computes one batch in an executor. */
final class BatchTask extends AbstractFunction1<Iterator<List<AnswerKey>>, BatchOutcome>
    implements Serializable {

  private static final long serialVersionUID = 1;

  private final Broadcast<SweepWork> work;

  BatchTask(Broadcast<SweepWork> work) {
    this.work = work;
  }

  /** A sentence is sent back as it is: Spark would compute the batch again, to the same end. */
  @Override
  public BatchOutcome apply(Iterator<List<AnswerKey>> batches) {
    try {
      return ExecutorModel.of(work.value()).answer(batches.next());
    } catch (FaultException e) {
      return new BatchOutcome(List.of(), String.valueOf(e.getMessage()), "");
    }
  }
}
