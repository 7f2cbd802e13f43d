package org.densesteer.cli;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.evaluation.strip.Strip;
import org.densesteer.evaluation.strip.StripAnswer;
import org.densesteer.evaluation.strip.StripCell;
import org.densesteer.evaluation.strip.StripFigure;
import org.densesteer.evaluation.strip.StripRow;
import org.densesteer.generation.StopReason;
import org.densesteer.steering.Gate;
import org.jspecify.annotations.Nullable;

/**
 * What {@code strip --json} prints: {@link Row rows} of one question, or {@link Means means} over
 * several.
 *
 * @param gate how strengths followed the answers; null where they did not
 * @param baseline unsteered
 * @param rows the vector at every place
 * @param floor random directions of equal push at every place
 */
record StripReport(
    @JsonInclude(NON_NULL) @Nullable String gate,
    Object baseline,
    List<Object> rows,
    List<Object> floor) {

  /**
   * One answer.
   *
   * @param arm {@code random:SEED} in the floor, else null
   * @param floor for each figure {@code within} what the random directions do or {@code beyond} it;
   *     null without a floor and for an answer that does not stand
   */
  @JsonInclude(NON_NULL)
  record Row(
      @Nullable String arm,
      @Nullable Integer layer,
      @Nullable Double strength,
      @Nullable Double push,
      int steps,
      int tokens,
      double density,
      double nllWithPrompt,
      double nllResponseOnly,
      double kl,
      @JsonInclude @Nullable String answer,
      @Nullable Boolean correct,
      boolean degenerate,
      String stop,
      @Nullable Map<String, String> floor) {}

  /**
   * Means over several problems.
   *
   * @param accuracy share of right answers
   * @param degenerateShare share of answers that are none
   * @param cutShare share of answers that reached the longest length allowed, repetitions apart
   */
  @JsonInclude(NON_NULL)
  record Means(
      @Nullable String arm,
      @Nullable Integer layer,
      @Nullable Double strength,
      @Nullable Double push,
      int problems,
      double steps,
      double tokens,
      double density,
      double nllWithPrompt,
      double nllResponseOnly,
      double kl,
      double accuracy,
      double degenerateShare,
      double cutShare,
      @Nullable Map<String, String> floor) {}

  static StripReport of(Strip strip, boolean means, Gate gate) {
    return new StripReport(
        gate.constant() ? null : gate.text(),
        report(strip, strip.baseline(), means),
        strip.rows().stream().map(row -> report(strip, row, means)).toList(),
        strip.floor().stream().map(row -> report(strip, row, means)).toList());
  }

  private static Object report(Strip strip, StripRow row, boolean means) {
    return means ? means(strip, row) : row(strip, row);
  }

  private static Row row(Strip strip, StripRow row) {
    StripAnswer answer = row.answers().get(0);
    StripCell cell = row.cell();
    return new Row(
        row.seed() == null ? null : row.arm(),
        cell == null ? null : cell.layer(),
        cell == null ? null : cell.strength(),
        cell == null ? null : cell.push(),
        answer.measures().steps(),
        answer.measures().tokens(),
        answer.measures().density(),
        answer.measures().nllWithPrompt(),
        answer.measures().nllResponseOnly(),
        answer.kl(),
        answer.given(),
        answer.correct(),
        answer.degenerate(),
        answer.stop().name().toLowerCase(Locale.ROOT),
        floor(strip, row));
  }

  private static Means means(Strip strip, StripRow row) {
    StripCell cell = row.cell();
    return new Means(
        row.seed() == null ? null : row.arm(),
        cell == null ? null : cell.layer(),
        cell == null ? null : cell.strength(),
        cell == null ? null : cell.push(),
        row.answers().size(),
        row.mean(StripFigure.STEPS),
        row.mean(StripFigure.TOKENS),
        row.mean(StripFigure.DENSITY),
        row.mean(StripFigure.NLL_WITH_PROMPT),
        row.mean(StripFigure.NLL_RESPONSE_ONLY),
        row.mean(StripFigure.KL),
        row.share(answer -> Boolean.TRUE.equals(answer.correct())),
        row.share(StripAnswer::degenerate),
        row.share(answer -> !answer.degenerate() && answer.stop() == StopReason.LENGTH),
        floor(strip, row));
  }

  private static @Nullable Map<String, String> floor(Strip strip, StripRow row) {
    if (row.seed() != null) {
      return null;
    }
    Map<String, String> words = new TreeMap<>();
    for (StripFigure figure : StripFigure.values()) {
      strip.verdict(row, figure).ifPresent(verdict -> words.put(figure.key(), verdict.word()));
    }
    return words.isEmpty() ? null : words;
  }
}
