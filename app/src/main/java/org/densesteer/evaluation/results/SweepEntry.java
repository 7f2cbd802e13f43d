package org.densesteer.evaluation.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.BatchLayout;
import org.densesteer.evaluation.plan.PlanJson;
import org.densesteer.evaluation.plan.SweepOrigin;
import org.densesteer.evaluation.plan.SweepParts;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.ProblemSet;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as a list shows it.
 *
 * @param folder where it lies
 * @param date when it was last written to
 * @param known what it is; null for a folder that cannot be used
 * @param flaw why it cannot be used, one sentence; empty for a sweep that can
 */
public record SweepEntry(SweepFolder folder, Instant date, @Nullable Known known, String flaw) {

  /**
   * A sweep that can be read.
   *
   * @param plan what is computed
   * @param origin names and places
   * @param problems how many problems it has
   * @param answered how many answers are there
   * @param total how many there are to be when a cell is chosen
   * @param finished whether its results were written
   */
  public record Known(
      SweepPlan plan,
      SweepOrigin origin,
      int problems,
      long answered,
      long total,
      boolean finished) {

    /** Share of the work that is done, 0..1; 1 only for a finished sweep. */
    public double done() {
      return finished ? 1 : Math.min((double) answered / Math.max(total, 1), 0.99);
    }
  }

  /** Looks into a folder; what is wrong with it becomes the entry's flaw. */
  static SweepEntry of(Path path) {
    SweepFolder folder = new SweepFolder(path);
    if (!Files.isDirectory(path)) {
      return new SweepEntry(folder, Instant.EPOCH, null, path + " is not there any more.");
    }
    try {
      return new SweepEntry(folder, date(folder), known(folder), "");
    } catch (FaultException e) {
      return new SweepEntry(folder, date(folder), null, String.valueOf(e.getMessage()));
    }
  }

  private static Known known(SweepFolder folder) {
    PlanJson.Document document = PlanJson.read(folder.planFile());
    SweepPlan plan = document.plan();
    ProblemSet problems = folder.problems(document);
    SweepParts parts = SweepParts.of(plan, problems);
    long answered = SweepJournal.count(folder.answersFile(), plan.hash());
    // Without a cell that is fit to be chosen, a sweep ends with its grid.
    long least = (long) plan.gridArms().size() * parts.grid().size();
    boolean finished = Files.exists(folder.resultsFile()) && answered >= least;
    return new Known(
        plan,
        document.origin(),
        problems.size(),
        answered,
        BatchLayout.answers(plan, parts),
        finished);
  }

  private static Instant date(SweepFolder folder) {
    return Stream.of(folder.planFile(), folder.answersFile(), folder.resultsFile())
        .map(SweepEntry::time)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private static Instant time(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return FileTime.fromMillis(0).toInstant();
    }
  }
}
