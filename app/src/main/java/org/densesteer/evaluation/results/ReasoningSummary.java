package org.densesteer.evaluation.results;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.densesteer.metrics.ReasoningMeasures;

/**
 * What an arm's reasoning blocks were like, on average over the answers that have one.
 *
 * @param share share of all answers that have a block
 * @param cutShare share of all answers whose block was cut off, which are answers no more
 * @param blockSteps reasoning steps within the block
 * @param blockTokens the tokens of ρ within it
 * @param blockNll mean NLL in nats within it, prompt as context
 * @param answerSteps reasoning steps of what follows
 * @param answerTokens the tokens of ρ of what follows
 * @param answerDensity ρ of what follows
 * @param answerNll mean NLL in nats of what follows; NaN where nothing ever does
 */
public record ReasoningSummary(
    double share,
    double cutShare,
    double blockSteps,
    double blockTokens,
    double blockNll,
    double answerSteps,
    double answerTokens,
    double answerDensity,
    double answerNll) {

  /** Sums up answers; empty when none has a block. */
  static Optional<ReasoningSummary> of(List<SweepAnswer> answers) {
    List<ReasoningMeasures> blocks =
        answers.stream().map(SweepAnswer::reasoning).filter(Objects::nonNull).toList();
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    double all = answers.size();
    return Optional.of(
        new ReasoningSummary(
            blocks.size() / all,
            blocks.stream().filter(b -> !b.closed()).count() / all,
            mean(blocks, b -> b.block().steps()),
            mean(blocks, b -> b.block().tokens()),
            mean(blocks, b -> b.block().nllWithPrompt()),
            mean(blocks, b -> b.answer().steps()),
            mean(blocks, b -> b.answer().tokens()),
            mean(blocks, b -> b.answer().density()),
            mean(blocks, b -> b.answer().nllWithPrompt())));
  }

  private static double mean(
      List<ReasoningMeasures> blocks, ToDoubleFunction<ReasoningMeasures> figure) {
    return blocks.stream()
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }
}
