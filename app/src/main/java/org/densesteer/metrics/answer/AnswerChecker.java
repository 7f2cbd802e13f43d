package org.densesteer.metrics.answer;

import java.util.Optional;
import org.densesteer.common.FaultException;

/** Decides whether a response gives the gold answer of a problem. Linear in the response. */
public final class AnswerChecker {

  private final AnswerStyle style;
  private final String gold;

  private AnswerChecker(AnswerStyle style, String gold) {
    this.style = style;
    this.gold = gold;
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
    String answer = style == AnswerStyle.GSM8K ? Gsm8kRule.gold(gold) : MathRule.gold(gold);
    if (answer.isBlank()) {
      throw new FaultException("The problem has no gold answer to check a response against.");
    }
    return new AnswerChecker(style, answer);
  }

  /** The rule in use. */
  public AnswerStyle style() {
    return style;
  }

  /** The gold answer without the solution around it. */
  public String gold() {
    return gold;
  }

  /** What the response answers by this rule; empty when it gives no answer. */
  public Optional<String> predicted(String response) {
    return style == AnswerStyle.GSM8K
        ? Gsm8kRule.predicted(response)
        : MathRule.predicted(response);
  }

  /** Whether the response's answer is the gold one; no answer is not. */
  public boolean isCorrect(String response) {
    return predicted(response).map(this::isSame).orElse(false);
  }

  /** Whether two responses give the same answer by this rule; no answer is never the same. */
  public boolean sameAnswer(String left, String right) {
    Optional<String> leftAnswer = predicted(left);
    Optional<String> rightAnswer = predicted(right);
    return leftAnswer.isPresent()
        && rightAnswer.isPresent()
        && same(leftAnswer.get(), rightAnswer.get());
  }

  private boolean isSame(String answer) {
    return same(answer, gold);
  }

  private boolean same(String left, String right) {
    return style == AnswerStyle.GSM8K ? Gsm8kRule.same(left, right) : MathRule.same(left, right);
  }
}
