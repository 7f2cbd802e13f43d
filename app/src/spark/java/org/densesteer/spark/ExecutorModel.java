package org.densesteer.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.common.UserHome;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.PlannedAnswer;
import org.densesteer.evaluation.plan.SweepArguments;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.results.AnswerJson;
import org.densesteer.evaluation.run.AnswerEngine;
import org.densesteer.evaluation.run.BatchComputer;
import org.densesteer.evaluation.run.SessionAnswerEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.generation.ModelSession;
import org.densesteer.model.Precision;
import org.densesteer.model.ProcessorKind;
import org.jspecify.annotations.Nullable;

/** The sweep's model in an executor: loaded with its first batch, and used for all others. */
final class ExecutorModel {

  private static @Nullable ExecutorModel loaded;

  private final SweepWork work;
  private final String plan;
  private final Map<String, Problem> problems;
  private final BatchComputer computer;
  private final String arithmetic;

  /** No more batches at once than the engine gains by, whatever Spark takes a core for. */
  private final Semaphore turns;

  private ExecutorModel(SweepWork work) {
    SweepWork.Content content = work.read();
    ModelSession session = open(work.model(), content.plan());
    AnswerEngine engine = new SessionAnswerEngine(session);
    this.work = work;
    plan = content.plan().hash();
    problems =
        content.problems().problems().stream()
            .collect(Collectors.toMap(Problem::id, Function.identity()));
    computer = BatchComputer.here(content.plan(), content.vector(), content.gate(), engine);
    arithmetic = ProcessorKind.ofThisComputer() + ", threads: " + session.threads();
    turns = new Semaphore(engine.workers());
  }

  /**
   * The model of a sweep; the first caller loads it, the others wait for that.
   *
   * @throws FaultException when this node has no such model
   */
  static synchronized ExecutorModel of(SweepWork work) {
    if (loaded == null) {
      UserHome.settle();
      loaded = new ExecutorModel(work);
    }
    if (!Arrays.equals(loaded.work.plan(), work.plan())) {
      throw new FaultException("An executor computes one sweep, and was sent another.");
    }
    return loaded;
  }

  private static ModelSession open(String name, SweepPlan plan) {
    Path folder =
        name.equals(SweepSetup.SAMPLE) ? EmbeddedFiles.sampleModel() : Path.of(name);
    Precision precision =
        Precision.ofLabel(SweepArguments.precision(plan.subject().precision())).orElse(Precision.AUTO);
    ModelSession session =
        ModelSession.open(folder, precision, Progress.NONE, new Cancellation());
    if (!session.info().fingerprint().equals(plan.subject().model())
        || !session.info().precision().equals(plan.subject().precision())) {
      session.close();
      throw new FaultException(
          Texts.of("The model in %s is not the one of the sweep's driver.", folder));
    }
    return session;
  }

  /** Computes a batch. */
  BatchOutcome answer(List<AnswerKey> keys) {
    List<PlannedAnswer> batch = keys.stream().map(this::planned).toList();
    List<String> lines = new ArrayList<>();
    turns.acquireUninterruptibly();
    try {
      computer.compute(
          List.of(batch), answer -> lines.add(AnswerJson.line(answer, plan)), new SweepControl());
    } finally {
      turns.release();
    }
    return new BatchOutcome(lines, null, arithmetic);
  }

  private PlannedAnswer planned(AnswerKey key) {
    Problem problem = problems.get(key.problem());
    if (problem == null) {
      throw new FaultException("The sweep has no problem “" + key.problem() + "”.");
    }
    return new PlannedAnswer(key.arm(), problem);
  }
}
