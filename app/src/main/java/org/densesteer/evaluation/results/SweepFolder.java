package org.densesteer.evaluation.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.OutputPlace;
import org.densesteer.common.OwnerLock;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.PlanJson;
import org.densesteer.evaluation.plan.ProblemsJson;
import org.densesteer.evaluation.plan.Shard;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.plan.SweepParts;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;

/**
 * The files of one sweep: {@code plan.json}, {@code problems.jsonl}, {@code answers.jsonl} (the
 * journal), {@code cells.csv}, {@code check.csv} and {@code results.json}. Together they need
 * nothing else to be read.
 *
 * @param path the folder
 */
public record SweepFolder(Path path) {

  /** What was planned and answered. */
  public record Content(
      SweepPlan plan, SweepOrigin origin, ProblemSet problems, AnswerTable answers) {

    /** How many answers are still to be computed; 0 for a finished sweep. */
    public long missing() {
      SweepParts parts = SweepParts.of(plan, problems);
      long missing = missing(plan.gridArms(), parts.grid());
      Optional<SweepArm> chosen = SweepResults.choose(plan, parts, answers);
      return missing > 0 || chosen.isEmpty() || !plan.hasCheck()
          ? missing
          : missing(plan.checkArms(chosen.get()), parts.check());
    }

    private long missing(List<SweepArm> arms, List<Problem> asked) {
      return arms.stream().mapToLong(arm -> asked.size() - answers.of(arm, asked).size()).sum();
    }

    /** What it shows. */
    public SweepResults results() {
      return SweepResults.of(plan, problems, answers);
    }
  }

  /** Everything that decides the answers. */
  public Path planFile() {
    return path.resolve("plan.json");
  }

  /** The problems, as they were when the sweep began. */
  public Path problemsFile() {
    return path.resolve("problems.jsonl");
  }

  /** The journal. */
  public Path answersFile() {
    return path.resolve("answers.jsonl");
  }

  /** One line for each cell of the grid. */
  public Path cellsFile() {
    return path.resolve("cells.csv");
  }

  /** All results as JSON. */
  public Path resultsFile() {
    return path.resolve("results.json");
  }

  /** One line for each arm of the check. */
  public Path checkFile() {
    return path.resolve("check.csv");
  }

  /**
   * Makes the caller the only one who writes into the folder, until the lock is closed.
   *
   * @throws FaultException when another process, or another part of this one, has it
   */
  public OwnerLock claim() {
    OutputPlace.requireFolder(path);
    try {
      return OwnerLock.take(lockFile())
          .orElseThrow(
              () ->
                  new FaultException(
                      Texts.of(
                          "Another sweep is writing to %s: %s.",
                          path, OwnerLock.owner(lockFile()))));
    } catch (IOException e) {
      throw new FaultException("Cannot lock " + lockFile() + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  /**
   * Looks whether all that a sweep began with is still there: what was removed may have been made
   * anew by half since, when the next file was written.
   *
   * @param owned the caller's claim
   * @throws FaultException when a file is gone
   */
  public void requireWhole(OwnerLock owned) {
    for (Path file : List.of(planFile(), problemsFile(), answersFile())) {
      requireKept(file, Files.exists(file));
    }
    requireKept(lockFile(), owned.excludes());
  }

  private static void requireKept(Path file, boolean kept) {
    if (!kept) {
      throw new FaultException(
          file + " was removed or moved away while the sweep was writing to its folder.");
    }
  }

  /** Locked by whoever writes into the folder. */
  private Path lockFile() {
    return path.resolve("sweep.lock");
  }

  /**
   * Begins a sweep, or goes on with it, and opens its journal; the caller {@linkplain #claim has
   * the folder}.
   *
   * @param resume whether answers that are there are kept; else there must be none
   * @throws FaultException when the folder holds another sweep, or one that was not to be resumed
   */
  public SweepJournal begin(
      SweepPlan plan, SweepOrigin origin, ProblemSet problems, boolean resume) {
    ShardRecord.in(path)
        .ifPresent(
            record -> {
              throw new FaultException(
                  Texts.of(
                      "%s holds shard %s of a sweep; merge the shards into another folder.",
                      path, record.shard()));
            });
    requireFree(resume);
    return open(plan, origin, problems);
  }

  /**
   * The same for a shard.
   *
   * @param processor the kind of processor that computes it
   * @param threads how many threads one of its operations uses
   * @throws FaultException as {@link #begin}, or when the folder holds another shard
   */
  public SweepJournal beginShard(
      Shard shard,
      String processor,
      int threads,
      SweepPlan plan,
      SweepOrigin origin,
      ProblemSet problems,
      boolean resume) {
    ShardRecord record = ShardRecord.in(path).orElseGet(() -> ShardRecord.of(shard));
    if (!record.shard().equals(shard) || (record.processors().isEmpty() && holdsSweep())) {
      throw new FaultException(
          path
              + (record.processors().isEmpty()
                  ? " already holds a whole sweep"
                  : " already holds shard " + record.shard())
              + "; choose another folder.");
    }
    requireFree(resume);
    // First, so that a folder with a plan and no record is a whole sweep's.
    record.computedOn(processor, threads).write(path);
    return open(plan, origin.shard(shard), problems);
  }

  private boolean holdsSweep() {
    return Files.exists(planFile()) || Files.exists(answersFile());
  }

  private void requireFree(boolean resume) {
    if (holdsSweep() && !resume) {
      throw new FaultException(
          path + " already holds a sweep; resume it, or choose another folder.");
    }
  }

  private SweepJournal open(SweepPlan plan, SweepOrigin origin, ProblemSet problems) {
    if (holdsSweep()) {
      checkSame(plan);
    } else {
      ProblemsJson.write(problemsFile(), problems);
      PlanJson.write(planFile(), plan, origin);
    }
    return SweepJournal.open(answersFile(), plan.hash());
  }

  /**
   * Reads a sweep, finished or not.
   *
   * @throws FaultException when a file is missing or does not belong to the plan
   */
  public Content read() {
    PlanJson.Document document = PlanJson.read(planFile());
    SweepOrigin origin = document.origin();
    ProblemSet problems = problems(document);
    Collection<SweepAnswer> answers = SweepJournal.read(answersFile(), document.plan().hash());
    return new Content(
        document.plan(),
        origin,
        problems,
        AnswerTable.of(Verdicts.alike(answers, problems, false)));
  }

  /**
   * The problems as they were when the sweep began.
   *
   * @param document the folder's plan
   * @throws FaultException when they are missing, or not those of the plan
   */
  public ProblemSet problems(PlanJson.Document document) {
    ProblemSet problems = ProblemsJson.read(problemsFile(), document.origin().problemsName());
    if (!problems.fingerprint().equals(document.plan().subject().problems())) {
      throw new FaultException(
          problemsFile() + " was changed after the sweep began: its problems are not the plan's.");
    }
    return problems;
  }

  public void writeTables(SweepPlan plan, SweepResults results) {
    AtomicFiles.writeText(resultsFile(), SweepJson.of(plan, results));
    AtomicFiles.writeText(cellsFile(), SweepCsv.cells(results));
    if (!results.check().isEmpty()) {
      AtomicFiles.writeText(checkFile(), SweepCsv.check(results));
    }
  }

  private void checkSame(SweepPlan plan) {
    if (!Files.exists(planFile())) {
      throw new FaultException(
          answersFile()
              + " has no plan beside it, so it cannot be resumed; choose another folder.");
    }
    if (!PlanJson.read(planFile()).plan().hash().equals(plan.hash())) {
      throw new FaultException(
          path
              + " holds a sweep with another plan (model, vector, problems or settings differ);"
              + " choose another folder.");
    }
  }
}
