package org.densesteer.cli;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.Score;
import org.densesteer.metrics.Nll;
import org.densesteer.metrics.ReasoningMeasures;
import org.densesteer.model.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code score} prints. All figures are teacher-forced and in nats; those without "steered" in
 * their name come from the unsteered model.
 *
 * @param promptIds the prompt
 * @param responseIds the response; may be empty
 * @param nllWithPrompt mean of {@code tokenNllWithPrompt}; NaN without a response
 * @param nllResponseOnly mean of {@code tokenNllResponseOnly}; NaN below two response tokens
 * @param nllSteeredWithPrompt mean of {@code tokenNllSteeredWithPrompt}; NaN without a vector
 * @param tokenNllPrompt NLL of every prompt token but the first
 * @param tokenNllWithPrompt NLL of every response token, prompt and response so far as context
 * @param tokenNllResponseOnly NLL of every response token but the first, the response alone as the
 *     whole sequence
 * @param tokenNllSteeredWithPrompt like {@code tokenNllWithPrompt} under the steered model; empty
 *     without a vector
 * @param reasoning figures of the response's reasoning block and of what follows it, by the
 *     unsteered model; null without a block
 */
record ScoreReport(
    int[] promptIds,
    int[] responseIds,
    double nllWithPrompt,
    double nllResponseOnly,
    double nllSteeredWithPrompt,
    double[] tokenNllPrompt,
    double[] tokenNllWithPrompt,
    double[] tokenNllResponseOnly,
    double[] tokenNllSteeredWithPrompt,
    @JsonInclude(NON_NULL) @Nullable ReasoningMeasures reasoning) {

  static ScoreReport of(Prompt prompt, int[] responseIds, Score score, Tokenizer tokenizer) {
    return new ScoreReport(
        prompt.tokenIds(),
        responseIds,
        Nll.mean(score.nllWithPrompt()),
        Nll.mean(score.nllResponseOnly()),
        Nll.mean(score.nllSteeredWithPrompt()),
        score.nllPrompt(),
        score.nllWithPrompt(),
        score.nllResponseOnly(),
        score.nllSteeredWithPrompt(),
        ReasoningMeasures.of(
                ScoredTrace.of(prompt, responseIds, score, tokenizer), tokenizer::count)
            .orElse(null));
  }

  /** The means, then a line of tokens for each. */
  String readable() {
    return Texts.of(
        "NLL per token in nats: mean, then each token%n"
            + "prompt                 %s%n"
            + "response with prompt   %s%n"
            + "response only          %s%n"
            + "steered, with prompt   %s%s",
        row(Nll.mean(tokenNllPrompt), tokenNllPrompt),
        row(nllWithPrompt, tokenNllWithPrompt),
        row(nllResponseOnly, tokenNllResponseOnly),
        row(nllSteeredWithPrompt, tokenNllSteeredWithPrompt),
        reasoning == null ? "" : "\n" + ReasoningWords.of(reasoning).stripTrailing());
  }

  /**
   * Makes sure that every token has an NLL.
   *
   * @throws FaultException naming the first that has none
   */
  void requireNumbers() {
    requireNumbers("prompt", 1, tokenNllPrompt);
    requireNumbers("response", 0, tokenNllWithPrompt);
    requireNumbers("response, read alone,", 1, tokenNllResponseOnly);
    requireNumbers("steered response", 0, tokenNllSteeredWithPrompt);
  }

  private static void requireNumbers(String text, int first, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new FaultException(
            Texts.of(
                "Token %d of the %s has no NLL: the model's logits before it are not numbers, as with"
                    + " broken weights or too large a strength.",
                i + first, text));
      }
    }
  }

  private static String row(double mean, double[] values) {
    return values.length == 0
        ? "none"
        : figure(mean)
            + ": "
            + Arrays.stream(values).mapToObj(ScoreReport::figure).collect(Collectors.joining(" "));
  }

  private static String figure(double value) {
    return Texts.of("%.4f", value);
  }
}
