package org.densesteer.ui.notebook;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import org.densesteer.generation.Arm;
import org.densesteer.notebook.ArmSummary;
import org.densesteer.notebook.RunSummary;

/**
 * In which order runs stand. Figures are those of the steered answer, of the first one where there
 * is none; answers that were cut or repeat themselves come last, since their figures do not count.
 */
enum RunOrder {
  /** The latest first. */
  NEWEST("newest first", arm -> 0),
  /** The densest first. */
  DENSITY("by density", arm -> -arm.density()),
  /** The likeliest first. */
  NLL("by NLL", arm -> arm.nll() == null ? Double.POSITIVE_INFINITY : arm.nll()),
  /** The shortest first. */
  TOKENS("by tokens", ArmSummary::generated),
  /** Right answers first, then those that nobody can judge. */
  CORRECT("right answers first", arm -> arm.correct() == null ? 1 : arm.correct() ? 0 : 2);

  private final String title;
  private final ToDoubleFunction<ArmSummary> rank;

  RunOrder(String title, ToDoubleFunction<ArmSummary> rank) {
    this.title = title;
    this.rank = rank;
  }

  /** What a person calls it. */
  String title() {
    return title;
  }

  /** Compares rows that stand newest first; where figures are equal, they stay so. */
  Comparator<NotebookRow> comparator() {
    return Comparator.comparingDouble(row -> rank(row.summary()));
  }

  private double rank(RunSummary run) {
    if (this == NEWEST) {
      return 0;
    }
    return run.arms().stream()
        .filter(arm -> arm.name().equals(Arm.STEERED))
        .findFirst()
        .or(() -> run.arms().stream().findFirst())
        .filter(ArmSummary::whole)
        .map(rank::applyAsDouble)
        .orElse(Double.POSITIVE_INFINITY);
  }
}
