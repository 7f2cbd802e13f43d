package org.densesteer.evaluation.strip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.steering.Steering;
import org.jspecify.annotations.Nullable;

/**
 * Which of two continuations a model holds more likely, unsteered and over strengths.
 *
 * @param baseline unsteered
 * @param rows one for each cell
 * @param floor random directions of equal push: for each cell that pushes at all, one for each seed
 */
public record LogOdds(LogOddsRow baseline, List<LogOddsRow> rows, List<LogOddsRow> floor) {

  /** Freezes the lists. */
  public LogOdds {
    rows = List.copyOf(rows);
    floor = List.copyOf(floor);
  }

  /** What tells how likely the two continuations are. */
  @FunctionalInterface
  public interface Scoring {

    /** ln p of a continuation as a whole, in nats. */
    double of(int[] continuation, List<Steering> steerings);
  }

  /**
   * Two continuations of a prompt.
   *
   * @param first token ids, at least one
   * @param second token ids, at least one, other than the first
   */
  public record Choice(Prompt prompt, int[] first, int[] second) {

    /** Checks that there is something to choose. */
    public Choice {
      if (first.length == 0 || second.length == 0) {
        throw new FaultException("A continuation has no token in this model's vocabulary.");
      }
      if (Arrays.equals(first, second)) {
        throw new FaultException("Both continuations are the same tokens to this model.");
      }
    }
  }

  /**
   * Scores both continuations at every cell, teacher-forced.
   *
   * @param seeds those of the floor; none for no floor
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static LogOdds of(
      ModelSession session,
      Choice choice,
      StripSteering steering,
      List<StripCell> cells,
      List<Long> seeds,
      Cancellation cancellation) {
    return of(
        (ids, steerings) -> {
          cancellation.check();
          return session.logProbability(choice.prompt(), ids, steerings).join();
        },
        choice,
        steering,
        cells,
        seeds);
  }

  /** The same with what scores. */
  public static LogOdds of(
      Scoring scoring,
      Choice choice,
      StripSteering steering,
      List<StripCell> cells,
      List<Long> seeds) {
    if (steering.positions().fromStep() > 1) {
      throw new FaultException(
          "Given continuations are scored with steering everywhere, in the prompt or in the"
              + " response, not from a step on.");
    }
    List<LogOddsRow> rows = new ArrayList<>();
    List<LogOddsRow> floor = new ArrayList<>();
    LogOddsRow baseline = row(scoring, choice, null, null, List.of());
    for (StripCell cell : cells) {
      rows.add(row(scoring, choice, cell, null, List.of(steering.of(cell))));
      if (steering.of(cell).active()) {
        for (long seed : seeds) {
          floor.add(row(scoring, choice, cell, seed, List.of(steering.random(cell, seed))));
        }
      }
    }
    return new LogOdds(baseline, rows, floor);
  }

  private static LogOddsRow row(
      Scoring scoring,
      Choice choice,
      @Nullable StripCell cell,
      @Nullable Long seed,
      List<Steering> steerings) {
    return new LogOddsRow(
        cell, seed, scoring.of(choice.first(), steerings), scoring.of(choice.second(), steerings));
  }

  /** How a row's change of the log-odds compares with those of the random directions. */
  public Optional<Verdict> verdict(LogOddsRow row) {
    double before = baseline.logOdds();
    return Verdict.of(
        row.logOdds() - before,
        floor.stream()
            .filter(random -> row.cell() != null && row.cell().equals(random.cell()))
            .mapToDouble(random -> random.logOdds() - before)
            .toArray());
  }
}
