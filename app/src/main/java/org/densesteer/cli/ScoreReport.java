package org.densesteer.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What {@code score} prints. All figures are teacher-forced, in nats, and come from the model as it
 * was asked for: steered when there is a vector.
 *
 * @param promptIds the prompt
 * @param responseIds the response; may be empty
 * @param promptTokenNll NLL of every prompt token but the first
 * @param tokenNllWithPrompt NLL of every response token, prompt and response so far as context
 * @param tokenNllResponseOnly NLL of every response token but the first, the response alone as the
 *     whole sequence
 * @param nllWithPrompt mean of the former; NaN without a response
 * @param nllResponseOnly mean of the latter; NaN with fewer than two response tokens
 */
record ScoreReport(
    int[] promptIds,
    int[] responseIds,
    double[] promptTokenNll,
    double[] tokenNllWithPrompt,
    double[] tokenNllResponseOnly,
    double nllWithPrompt,
    double nllResponseOnly) {

  /** Means first, then one line for each sequence. */
  String readable() {
    return String.format(
        Locale.ROOT,
        "NLL with prompt %s, response only %s (mean, nats per token)%n"
            + "prompt tokens         %s%n"
            + "response with prompt  %s%n"
            + "response only         %s",
        figure(nllWithPrompt),
        figure(nllResponseOnly),
        row(promptTokenNll),
        row(tokenNllWithPrompt),
        row(tokenNllResponseOnly));
  }

  private static String row(double[] values) {
    return values.length == 0
        ? "none"
        : Arrays.stream(values).mapToObj(ScoreReport::figure).collect(Collectors.joining(" "));
  }

  private static String figure(double value) {
    return Double.isNaN(value) ? "none" : String.format(Locale.ROOT, "%.4f", value);
  }
}
