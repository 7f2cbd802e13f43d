package org.densesteer.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bench} prints. Times are in milliseconds; figures of several rounds are medians.
 *
 * @param model name of the checkpoint
 * @param precision arithmetic in use
 * @param precisionReason why
 * @param weightBytes size of the weight files
 * @param promptTokens length of every prompt
 * @param newTokens tokens that each row decoded
 * @param rounds how often everything was measured, in turns
 * @param loadMs from the call to a model that can answer
 * @param firstTokenMs from the call to the first token of the first answer
 * @param strengthChangeMs reading a known prompt anew at another strength in the middle layer
 * @param peakRssBytes most physical memory ever held, at the end; null where the system does not
 *     tell
 * @param residentBytes physical memory held at the end; null where the system does not tell
 * @param results one for each number of rows, in the order asked for
 * @param longPrompts one for each length of {@code --long}
 * @param scoredAnswers one for each length of {@code --score}
 * @param memory every step, where {@code --memory} asks for them
 * @param rerun one for each share of right tokens, in the order asked for
 */
public record BenchReport(
    String model,
    String precision,
    String precisionReason,
    long weightBytes,
    int promptTokens,
    int newTokens,
    int rounds,
    double loadMs,
    double firstTokenMs,
    double strengthChangeMs,
    @Nullable Long peakRssBytes,
    @Nullable Long residentBytes,
    List<Rows> results,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LongText> longPrompts,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LongText> scoredAnswers,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MemorySteps.Step> memory,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Rerun> rerun) {

  /**
   * Speed with one number of rows.
   *
   * @param rows rows of the batch
   * @param promptMs reading the prompt, once for all rows
   * @param decodeTokensPerSecondPerRow tokens of one row a second, prompt left out
   * @param decodeTokensPerSecondTotal the same over all rows
   * @param eachRound tokens of one row a second in every round
   */
  public record Rows(
      int rows,
      double promptMs,
      double decodeTokensPerSecondPerRow,
      double decodeTokensPerSecondTotal,
      double[] eachRound) {

    private String line() {
      return Texts.of(
          "%4d %12.1f %17.1f %16.1f",
          rows, promptMs, decodeTokensPerSecondPerRow, decodeTokensPerSecondTotal);
    }
  }

  /**
   * A steered answer that is given once more, with a draft of which a share is right.
   *
   * @param share of the draft's tokens that are those of the answer
   * @param plainTokensPerSecond without the draft
   * @param draftTokensPerSecond with it
   * @param identical whether tokens and figures were the same to the last bit in every round
   */
  public record Rerun(
      double share, double plainTokensPerSecond, double draftTokensPerSecond, boolean identical) {

    private String line() {
      return Texts.of(
          "%4.0f %% %14.1f %17.1f %7.2f%s",
          100 * share,
          plainTokensPerSecond,
          draftTokensPerSecond,
          draftTokensPerSecond / plainTokensPerSecond,
          identical ? "" : "  another answer");
    }
  }

  /**
   * Time for a long text.
   *
   * @param tokens its length
   * @param ms median over the rounds
   * @param tokensPerSecond {@code tokens} in that time
   * @param peakRssBytes most physical memory held meanwhile; null where the system does not tell
   * @param eachRound milliseconds of every round
   */
  public record LongText(
      int tokens,
      double ms,
      double tokensPerSecond,
      @Nullable Long peakRssBytes,
      double[] eachRound) {

    private String line() {
      return Texts.of("%6d %13.0f %10.0f   %s", tokens, ms, tokensPerSecond, size(peakRssBytes));
    }
  }

  /** A table for a person. */
  public String readable() {
    StringBuilder text = new StringBuilder();
    line(text, "%s, %s (%s) %s of weights", model, precision, precisionReason, size(weightBytes));
    line(text, "load %.0f ms, first token %.0f ms", loadMs, firstTokenMs);
    line(text, "another strength in the middle layer %.1f ms", strengthChangeMs);
    line(text, "memory now %s, at most %s", size(residentBytes), size(peakRssBytes));
    text.append("rows    prompt ms  tokens/s per row   tokens/s total");
    results.forEach(rows -> text.append(System.lineSeparator()).append(rows.line()));
    if (!rerun.isEmpty()) {
      text.append(System.lineSeparator()).append("draft  plain tokens/s  drafted tokens/s   ratio");
      rerun.forEach(one -> text.append(System.lineSeparator()).append(one.line()));
    }
    if (!longPrompts.isEmpty()) {
      text.append(System.lineSeparator()).append("prompt            ms   tokens/s   peak");
      longPrompts.forEach(one -> text.append(System.lineSeparator()).append(one.line()));
    }
    if (!scoredAnswers.isEmpty()) {
      text.append(System.lineSeparator()).append("scored            ms   tokens/s   peak");
      scoredAnswers.forEach(one -> text.append(System.lineSeparator()).append(one.line()));
    }
    for (MemorySteps.Step step : memory) {
      text.append(System.lineSeparator())
          .append(
              Texts.of(
                  "%-20s before %s, after %s, peak %s",
                  step.step(),
                  size(step.beforeBytes()),
                  size(step.afterBytes()),
                  size(step.peakBytes())));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(Texts.of(format, values)).append(System.lineSeparator());
  }

  private static String size(@Nullable Long bytes) {
    return bytes == null ? "unknown" : Texts.of("%.0f MiB", bytes / 1048576.0);
  }
}
