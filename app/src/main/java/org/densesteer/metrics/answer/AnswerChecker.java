package org.densesteer.metrics.answer;

import java.util.List;
import java.util.Optional;
import org.densesteer.chat.ReasoningBlocks;
import org.densesteer.common.FaultException;

/**
 * Decides whether a response gives the gold answer of a problem, in two ways. {@link #isCorrect} is
 * the figure that counts: the answer that the response states is equal in value to the gold one,
 * however both are spelled. {@link #isCorrectByBenchmark} is what the benchmark's own published
 * rule says ({@code flexible-extract} of lm-evaluation-harness for {@link AnswerStyle#GSM8K},
 * {@code is_equiv} of the MATH release for {@link AnswerStyle#MATH}), for comparison with published
 * scores.
 *
 * <p>What stands within a reasoning block is no answer by either. Linear in the response.
 */
public final class AnswerChecker {

  private final AnswerStyle style;
  private final List<String> accepted;

  private AnswerChecker(AnswerStyle style, List<String> accepted) {
    this.style = style;
    this.accepted = accepted;
  }

  /**
   * A checker by the rule that the gold answer asks for.
   *
   * @throws FaultException when the gold answer is blank
   */
  public static AnswerChecker of(String gold) {
    return of(AnswerStyle.ofGold(gold), gold);
  }

  /**
   * A checker by a given rule.
   *
   * @param gold for {@link AnswerStyle#GSM8K} a number or a solution that ends in {@code ####
   *     number}; for {@link AnswerStyle#MATH} LaTeX, bare or as a solution with {@code \boxed{…}}
   * @throws FaultException when there is no gold answer in it
   */
  public static AnswerChecker of(AnswerStyle style, String gold) {
    return of(style, List.of(gold));
  }

  /**
   * A checker that takes any of several gold answers.
   *
   * @param golds at least one
   * @throws FaultException when one of them is blank
   */
  public static AnswerChecker of(AnswerStyle style, List<String> golds) {
    List<String> accepted = golds.stream().map(style::answerIn).toList();
    if (accepted.isEmpty() || accepted.stream().anyMatch(String::isBlank)) {
      throw new FaultException("The problem has no gold answer to check a response against.");
    }
    return new AnswerChecker(style, accepted);
  }

  /** The rule in use. */
  public AnswerStyle style() {
    return style;
  }

  /** The first gold answer without the solution around it. */
  public String gold() {
    return accepted.get(0);
  }

  /** All gold answers; any one of them is right. */
  public List<String> accepted() {
    return accepted;
  }

  /** What the response answers; empty when it gives no answer. */
  public Optional<String> predicted(String response) {
    return stated(ReasoningBlocks.in(response).answer()).map(PredictedAnswer::readable);
  }

  /** Whether the response's answer is equal in value to a gold one; no answer is not. */
  public boolean isCorrect(String response) {
    return stated(ReasoningBlocks.in(response).answer())
        .map(answer -> accepted.stream().anyMatch(gold -> same(answer, gold)))
        .orElse(false);
  }

  /** What the benchmark's own rule reads as the answer. */
  public Optional<String> predictedByBenchmark(String response) {
    String answer = ReasoningBlocks.in(response).answer();
    return style == AnswerStyle.GSM8K
        ? FlexibleExtract.predicted(answer)
        : MathRelease.predicted(answer);
  }

  /** Whether the response is right by the benchmark's own rule. */
  public boolean isCorrectByBenchmark(String response) {
    return predictedByBenchmark(response)
        .map(
            answer ->
                accepted.stream()
                    .anyMatch(
                        gold ->
                            style == AnswerStyle.GSM8K
                                ? FlexibleExtract.same(answer, gold)
                                : MathRelease.same(answer, gold)))
        .orElse(false);
  }

  /** Whether two responses give answers of equal value; no answer is never the same. */
  public boolean sameAnswer(String left, String right) {
    Optional<String> leftAnswer = stated(ReasoningBlocks.in(left).answer());
    Optional<String> rightAnswer = stated(ReasoningBlocks.in(right).answer());
    return leftAnswer.isPresent()
        && rightAnswer.isPresent()
        && same(leftAnswer.get(), rightAnswer.get());
  }

  private Optional<String> stated(String answer) {
    return style == AnswerStyle.GSM8K
        ? StatedAnswer.of(answer)
        : Boxed.last(answer).map(Boxed.Box::content);
  }

  private boolean same(String left, String right) {
    return EqualValue.same(left, right)
        || style == AnswerStyle.GSM8K
            && NumberAmongWords.of(left).map(n -> EqualValue.same(n, right)).orElse(false);
  }
}
