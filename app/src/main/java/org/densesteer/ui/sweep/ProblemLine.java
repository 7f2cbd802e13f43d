package org.densesteer.ui.sweep;

import java.util.List;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.results.SweepAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A problem as a cell and the baseline answered it.
 *
 * @param problem what was asked
 * @param baseline the baseline's answer; null while there is none
 * @param answer the cell's answer; null while there is none
 */
public record ProblemLine(
    Problem problem, @Nullable SweepAnswer baseline, @Nullable SweepAnswer answer) {

  static List<ProblemLine> of(SweepRun run, SweepArm arm) {
    return run.problems().stream()
        .map(
            problem ->
                new ProblemLine(
                    problem,
                    run.answers().get(SweepArm.BASELINE, problem),
                    run.answers().get(arm, problem)))
        .toList();
  }

  /** The baseline's answer in a few signs. */
  String baselineText() {
    return text(baseline);
  }

  /** The cell's answer in a few signs. */
  String answerText() {
    return text(answer);
  }

  private static String text(@Nullable SweepAnswer answer) {
    if (answer == null) {
      return "–";
    }
    String mark = answer.degenerate() ? "↻" : answer.correct() ? "✓" : "✗";
    return Texts.of("%s ρ %.1f", mark, answer.density());
  }
}
