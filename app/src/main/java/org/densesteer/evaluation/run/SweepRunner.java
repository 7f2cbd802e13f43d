package org.densesteer.evaluation.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.densesteer.common.FaultException;
import org.densesteer.common.LifeLog;
import org.densesteer.common.OwnerLock;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.BatchLayout;
import org.densesteer.evaluation.plan.PlannedAnswer;
import org.densesteer.evaluation.plan.Shard;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepGate;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.plan.SweepParts;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.AnswerTable;
import org.densesteer.evaluation.results.SweepAnswer;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepJournal;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.evaluation.results.Verdicts;
import org.densesteer.model.ProcessorKind;
import org.densesteer.steering.SteeringVector;

/**
 * Computes a sweep: the grid, the choice, the check. Every finished answer is in the journal before
 * the next one is taken. A batch that was interrupted is computed whole again when the sweep is
 * resumed, for its answers may depend in their last bits on their neighbours; answers that are in
 * the journal stay as they are.
 */
public final class SweepRunner {

  private final SweepPlan plan;
  private final ProblemSet problems;
  private final SweepParts parts;
  private final BatchComputer computer;
  private final AnswerTable table = new AnswerTable();

  /**
   * Prepares a sweep that this process computes.
   *
   * @throws FaultException when the problems or the vector are not those of the plan, or its gate
   *     needs a probe
   */
  public SweepRunner(
      SweepPlan plan, ProblemSet problems, SteeringVector vector, AnswerEngine engine) {
    this(
        plan,
        problems,
        vector,
        BatchComputer.here(plan, vector, SweepGate.withoutProbe(plan.decoding().gate()), engine));
  }

  /**
   * Prepares a sweep.
   *
   * @throws FaultException when the problems or the vector are not those of the plan
   */
  public SweepRunner(
      SweepPlan plan, ProblemSet problems, SteeringVector vector, BatchComputer computer) {
    if (!problems.fingerprint().equals(plan.subject().problems())) {
      throw new FaultException("The problems of " + problems.name() + " are not the plan's.");
    }
    if (!SweepSubject.fingerprint(vector).equals(plan.subject().vector())) {
      throw new FaultException("The vector " + vector.name() + " is not the plan's.");
    }
    this.plan = plan;
    this.problems = problems;
    this.parts = SweepParts.of(plan, problems);
    this.computer = computer;
  }

  /** The answers so far; grows while {@link #run} works. */
  public AnswerTable answers() {
    return table;
  }

  /**
   * Computes what is not in the folder's journal yet, and writes the tables.
   *
   * @param resume whether a sweep that the folder holds is continued
   * @param onAnswer hears every answer, those of the journal first, one call at a time on any
   *     thread
   * @throws FaultException when the folder holds another sweep or cannot be written
   * @throws java.util.concurrent.CancellationException when stopped
   */
  public SweepResults run(
      SweepFolder folder,
      SweepOrigin origin,
      boolean resume,
      Consumer<SweepAnswer> onAnswer,
      Progress progress,
      SweepControl control) {
    LifeLog.note("Sweep", folder.path());
    try (OwnerLock owned = folder.claim()) {
      try (SweepJournal journal = folder.begin(plan, origin, problems, resume)) {
        folder.requireWhole(owned);
        answer(journal, origin, onAnswer, progress, control);
      }
      progress.update("statistics", 1);
      SweepResults results = SweepResults.of(plan, problems, table);
      folder.writeTables(plan, results);
      folder.requireWhole(owned);
      LifeLog.note("Sweep finished", folder.path());
      return results;
    }
  }

  /**
   * Computes what the folder's journal does not have yet of one shard of the grid. Nothing is
   * chosen and no table is written: that takes all shards, merged.
   *
   * @param threads how many threads one operation of the model uses
   * @param resume as in {@link #run}, and so are the rest
   */
  public void runShard(
      Shard shard,
      int threads,
      SweepFolder folder,
      SweepOrigin origin,
      boolean resume,
      Consumer<SweepAnswer> onAnswer,
      Progress progress,
      SweepControl control) {
    LifeLog.note("Sweep", folder.path());
    try (OwnerLock owned = folder.claim();
        SweepJournal journal =
            folder.beginShard(
                shard, ProcessorKind.ofThisComputer(), threads, plan, origin, problems, resume)) {
      folder.requireWhole(owned);
      long total = BatchLayout.answers(plan, parts, shard);
      takeUp(journal, journal.answers().size() < total, onAnswer);
      compute(
          shard.of(BatchLayout.grid(plan, parts.grid())),
          keeping(journal, onAnswer, progress, total),
          control);
      folder.requireWhole(owned);
    }
  }

  private void answer(
      SweepJournal journal,
      SweepOrigin origin,
      Consumer<SweepAnswer> onAnswer,
      Progress progress,
      SweepControl control) {
    boolean more =
        new SweepFolder.Content(plan, origin, problems, AnswerTable.of(journal.answers())).missing()
            > 0;
    takeUp(journal, more, onAnswer);
    Consumer<SweepAnswer> accept =
        keeping(journal, onAnswer, progress, BatchLayout.answers(plan, parts));
    compute(BatchLayout.grid(plan, parts.grid()), accept, control);
    Optional<SweepArm> chosen = SweepResults.choose(plan, parts, table);
    if (plan.hasCheck() && chosen.isPresent()) {
      compute(BatchLayout.check(plan, chosen.get(), parts.check()), accept, control);
    }
  }

  private void takeUp(SweepJournal journal, boolean more, Consumer<SweepAnswer> onAnswer) {
    for (SweepAnswer answer : Verdicts.alike(journal.answers(), problems, more)) {
      table.add(answer);
      onAnswer.accept(answer);
    }
  }

  private Consumer<SweepAnswer> keeping(
      SweepJournal journal, Consumer<SweepAnswer> onAnswer, Progress progress, long total) {
    report(progress, total);
    return answer -> {
      if (journal.append(answer)) {
        table.add(answer);
        onAnswer.accept(answer);
        report(progress, total);
      }
    };
  }

  private void compute(
      List<List<PlannedAnswer>> batches, Consumer<SweepAnswer> accept, SweepControl control) {
    List<List<PlannedAnswer>> open = batches.stream().filter(batch -> !complete(batch)).toList();
    computer.compute(open, accept, control);
  }

  private boolean complete(List<PlannedAnswer> batch) {
    return batch.stream().allMatch(a -> table.get(a.arm(), a.problem()) != null);
  }

  private void report(Progress progress, long total) {
    progress.update(
        Texts.of("%,d of %,d answers", table.size(), total),
        total == 0 ? 1 : Math.min(1, (double) table.size() / total));
  }
}
