package org.densesteer.evaluation.results;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.statistics.Unit;
import org.jspecify.annotations.Nullable;

/** What can be read off an answer and averaged over problems. */
public enum Measure {
  /** Share of answers that are equal in value to the right one. */
  ACCURACY(
      "Accuracy",
      true,
      a -> a.correct() ? 1 : 0,
      new Unit("accuracy", false, 100, 1, "points", 0.02)),
  /** Reasoning steps. */
  STEPS("Steps", false, SweepAnswer::steps, new Unit("steps", true, 1, 2, "", 0.5)),
  /** Tokens of ρ. */
  TOKENS("Tokens", false, SweepAnswer::tokens, new Unit("tokens", true, 1, 1, "", 5)),
  /** ρ, tokens per step; the mean is that of the answers' ρ. */
  DENSITY(
      "Density",
      false,
      SweepAnswer::density,
      new Unit("density", false, 1, 2, "tokens per step", 1)),
  /** Mean NLL in nats, prompt as context, under the unsteered model. */
  NLL_WITH_PROMPT(
      "NLL with prompt",
      false,
      SweepAnswer::nllWithPrompt,
      new Unit("NLL with prompt", false, 1, 3, "nats", 0.05)),
  /** Mean NLL in nats, response alone, under the unsteered model. */
  NLL_RESPONSE_ONLY(
      "NLL response only",
      false,
      SweepAnswer::nllResponseOnly,
      new Unit("NLL response only", false, 1, 3, "nats", 0.05)),
  /** Share of answers that are none: endless repetition, or nothing at all. */
  DEGENERATE_SHARE(
      "Degenerate share",
      true,
      a -> a.degenerate() ? 1 : 0,
      new Unit("degenerate share", false, 100, 1, "points", 0.02)),
  /**
   * Share of answers that are right by the benchmark's own published rule; unknown where an earlier
   * version judged them.
   */
  BENCHMARK_ACCURACY(
      "Accuracy, benchmark's rule",
      true,
      Measure::byBenchmark,
      new Unit("accuracy by the benchmark's rule", false, 100, 1, "points", 0.02));

  private final String title;
  private final boolean share;
  private final ToDoubleFunction<SweepAnswer> reading;
  private final Unit unit;

  Measure(String title, boolean share, ToDoubleFunction<SweepAnswer> reading, Unit unit) {
    this.title = title;
    this.share = share;
    this.reading = reading;
    this.unit = unit;
  }

  private static double byBenchmark(SweepAnswer answer) {
    @Nullable Boolean correct = answer.correctByBenchmark();
    return correct == null ? Double.NaN : correct ? 1 : 0;
  }

  /** Its name for a person. */
  public String title() {
    return title;
  }

  /** Its name in files: {@code nll_with_prompt}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is 0 or 1 for each answer, so that its mean is a share. */
  public boolean isShare() {
    return share;
  }

  /** How differences are said in words. */
  public Unit unit() {
    return unit;
  }

  /** Its value for one answer; NaN when unknown. */
  public double of(SweepAnswer answer) {
    return reading.applyAsDouble(answer);
  }

  /** A mean as it is shown: shares in percent. */
  public String format(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return share ? Texts.of("%.1f %%", 100 * value) : Texts.of("%." + unit.decimals() + "f", value);
  }

  /**
   * A mean for a narrow cell: as {@link #format}, but no longer than six characters up to a
   * million. From 100 on a number loses its decimals, from 10,000 on it counts thousands ({@code
   * 12.3k}).
   */
  public String brief(double value) {
    double size = Math.abs(value);
    if (share) {
      return format(value).replace("100.0", "100");
    }
    if (Double.isNaN(value) || size < 99.95) {
      return format(value);
    }
    return size < 9_999.5 ? Texts.of("%.0f", value) : Texts.of("%.1fk", value / 1_000);
  }
}
