package org.densesteer.metrics.answer;

/** Which rule decides whether an answer is right. */
public enum AnswerStyle {
  /** The last number of the response, as for GSM8K. */
  GSM8K,
  /** The last {@code \boxed{…}} of the response as LaTeX, as for MATH. */
  MATH;

  /**
   * The rule that a gold answer asks for: {@link #GSM8K} when it ends in {@code #### number} or is
   * a plain number, else {@link #MATH}.
   */
  public static AnswerStyle ofGold(String gold) {
    return gold.contains(Gsm8kRule.MARK) || Decimal.parse(Gsm8kRule.clean(gold)).isPresent()
        ? GSM8K
        : MATH;
  }
}
