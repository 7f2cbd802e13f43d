package org.densesteer.metrics.answer;

/** Which rule reads the answer of a response. */
public enum AnswerStyle {
  /** A number, in a box or last in the response, as for GSM8K. */
  GSM8K,
  /** The last {@code \boxed{…}} of the response as LaTeX, as for MATH. */
  MATH;

  /** What stands before the number in a full GSM8K gold answer. */
  static final String MARK = "####";

  /**
   * The rule that a gold answer asks for: {@link #GSM8K} when it ends in {@code #### number} or is
   * a plain number, else {@link #MATH}.
   */
  public static AnswerStyle ofGold(String gold) {
    return gold.contains(MARK) || Decimal.parse(FlexibleExtract.clean(gold)).isPresent()
        ? GSM8K
        : MATH;
  }

  /** The answer in a gold text that may be a whole solution: behind the mark, or in the box. */
  String answerIn(String gold) {
    if (this == MATH) {
      return Boxed.last(gold).map(Boxed.Box::content).orElse(gold).strip();
    }
    int mark = gold.lastIndexOf(MARK);
    String answer = (mark < 0 ? gold : gold.substring(mark + MARK.length())).strip();
    String number = FlexibleExtract.clean(answer);
    return Decimal.parse(number).isPresent() ? number : answer;
  }
}
