package org.densesteer.samplemaker;

import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.statistics.Bootstrap;
import org.densesteer.evaluation.statistics.Interval;
import org.densesteer.evaluation.statistics.PairedComparison;
import org.densesteer.generation.Arm;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Trace;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;

/**
 * The sample vector against the unsteered model on the same test problems.
 *
 * @param choice layer and strength, and what they were chosen from
 * @param problems number of test problems
 * @param accuracy share of right answers
 * @param steps reasoning steps
 * @param tokens tokens of ρ
 * @param density ρ
 * @param nll mean NLL in nats under the unsteered model, prompt as context
 */
public record SampleVectorReport(
    SteeringChoice choice,
    int problems,
    PairedComparison accuracy,
    PairedComparison steps,
    PairedComparison tokens,
    PairedComparison density,
    PairedComparison nll) {

  private static final long BOOTSTRAP_SEED = 1;

  static SampleVectorReport of(
      ModelSession session,
      SteeringVector vector,
      SteeringChoice choice,
      List<WordProblem> problems,
      Progress progress,
      Cancellation cancellation) {
    Steering steering = Steering.everywhere(vector, choice.layer(), choice.strength());
    List<List<Trace>> answers =
        new GreedyAnswers(session)
            .to(problems, List.of(Arm.baseline(), Arm.steered(steering)), progress, cancellation);
    ArmFigures baseline = ArmFigures.of(session, problems, answers, 0);
    ArmFigures steered = ArmFigures.of(session, problems, answers, 1);
    Bootstrap bootstrap = Bootstrap.seeded(BOOTSTRAP_SEED);
    return new SampleVectorReport(
        choice,
        problems.size(),
        PairedComparison.ofShares(baseline.right(), steered.right(), bootstrap.level()),
        PairedComparison.ofFigures(baseline.steps(), steered.steps(), bootstrap),
        PairedComparison.ofFigures(baseline.tokens(), steered.tokens(), bootstrap),
        PairedComparison.ofFigures(baseline.density(), steered.density(), bootstrap),
        PairedComparison.ofFigures(baseline.nll(), steered.nll(), bootstrap));
  }

  /** The figures as a Markdown table, and below it the table of what the choice was made from. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            "| %d test problems | baseline | steered, layer %d, strength %s | difference |",
            problems, choice.layer(), number(choice.strength())));
    text.append("|---|---|---|---|\n");
    text.append(row("right, %", accuracy, 100, 1));
    text.append(row("steps", steps, 1, 2));
    text.append(row("tokens", tokens, 1, 1));
    text.append(row("density ρ", density, 1, 2));
    text.append(row("NLL with prompt, nats a token", nll, 1, 3));
    text.append("\n| layer | strength | right, % | density ρ |\n|---|---|---|---|\n");
    text.append(
        line(
            "| none | 0 | %.0f | %.2f |",
            100 * choice.unsteered().accuracy(), choice.unsteered().density()));
    for (SteeringChoice.Cell cell : choice.cells()) {
      text.append(
          line(
              "| %d | %s | %.0f | %.2f |",
              cell.layer(), number(cell.strength()), 100 * cell.accuracy(), cell.density()));
    }
    return text.toString();
  }

  private static String row(String name, PairedComparison measure, double unit, int digits) {
    String format = "%." + digits + "f";
    Interval interval = measure.interval();
    String range =
        interval.known()
            ? Texts.of(
                " (" + format + " to " + format + ")",
                unit * interval.low(),
                unit * interval.high())
            : " on every problem";
    return line(
        "| %s | " + format + " | " + format + " | %+." + digits + "f%s |",
        name,
        unit * measure.baseline(),
        unit * measure.treated(),
        unit * measure.difference(),
        range);
  }

  private static String line(String format, Object... values) {
    return Texts.of(format, values) + "\n";
  }

  private static String number(double strength) {
    return strength == Math.rint(strength)
        ? Long.toString((long) strength)
        : Double.toString(strength);
  }
}
