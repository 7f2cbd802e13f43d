package org.densesteer.notebook;

import java.util.List;
import java.util.Optional;
import org.densesteer.evaluation.results.Repetition;
import org.densesteer.evaluation.strip.StripAnswer;
import org.densesteer.evaluation.strip.StripFigure;
import org.densesteer.evaluation.strip.StripRow;
import org.densesteer.evaluation.strip.Verdict;
import org.densesteer.generation.TokenEvent;

/**
 * What random directions of equal push made of the steered arm's question: how much any push does.
 * Their texts are not kept.
 *
 * @param answers one for each seed
 */
public record RunFloor(List<RandomAnswer> answers) {

  /**
   * Figures that are so near to each other, relatively, count as equal: the same answer has a
   * slightly other NLL in another batch, which is nothing to claim anything by.
   */
  private static final double EQUAL = 0.005;

  /**
   * The answer of one random direction.
   *
   * @param seed decides the direction
   * @param answer its figures
   */
  public record RandomAnswer(long seed, StripAnswer answer) {}

  /** Freezes the list. */
  public RunFloor {
    answers = List.copyOf(answers);
  }

  /** What rows of a strip come to. */
  public static RunFloor of(List<StripRow> rows) {
    return new RunFloor(
        rows.stream()
            .filter(row -> row.seed() != null)
            .map(row -> new RandomAnswer(row.seed() == null ? 0 : row.seed(), row.answers().get(0)))
            .toList());
  }

  /**
   * How a figure of the steered arm stands to those of the random directions, by the rule of
   * strips.
   *
   * @return empty where nothing can be said, as of answers that were cut or repeat themselves
   */
  public Optional<Verdict> verdict(RunArm baseline, RunArm steered, StripFigure figure) {
    StripRow unsteered = new StripRow(null, null, List.of(answer(baseline)));
    StripRow row = new StripRow(null, null, List.of(answer(steered)));
    if (!row.stands(unsteered)) {
      return Optional.empty();
    }
    double before = unsteered.mean(figure);
    double own = row.mean(figure);
    return Verdict.of(
        own - before,
        answers.stream()
            .mapToDouble(random -> figure.of(random.answer()))
            .map(value -> (Math.abs(value - own) <= EQUAL * Math.abs(own) ? own : value) - before)
            .toArray());
  }

  /** A recorded answer as a strip has it. */
  private static StripAnswer answer(RunArm arm) {
    return new StripAnswer(
        arm.answer().text(),
        arm.figures().given().text(),
        arm.figures().given().correct(),
        arm.figures().measures().answer(),
        arm.answer().tokens().stream().mapToDouble(TokenEvent::kl).average().orElse(Double.NaN),
        Repetition.degenerate(arm.figures().repeats(), arm.answer().text()),
        arm.answer().stopReason());
  }
}
