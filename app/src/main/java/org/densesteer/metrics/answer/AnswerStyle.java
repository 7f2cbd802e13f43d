package org.densesteer.metrics.answer;

import java.util.regex.Pattern;

/** Which rule reads the answer of a response. */
public enum AnswerStyle {
  /** A number, in a box or last in the response, as for GSM8K. */
  GSM8K,
  /** The last {@code \boxed{…}} of the response as LaTeX, as for MATH. */
  MATH;

  /** What stands before the number in a full GSM8K gold answer. */
  static final String MARK = "####";

  private static final Pattern APART = Pattern.compile("\\d,(?!(?:\\d{2},)*\\d{3}(?!\\d))");

  private static final Pattern SAID =
      Pattern.compile("(?i)\\bthe (?:final |correct )?answer is\\b:?");

  /** Not "1,2", which is two numbers or a decimal one, and never 12. */
  private static boolean isNumber(String text) {
    return Decimal.parse(FlexibleExtract.clean(text)).isPresent() && !APART.matcher(text).find();
  }

  private static String said(String gold) {
    String after =
        SAID.matcher(gold)
            .results()
            .reduce((one, other) -> other)
            .map(last -> gold.substring(last.end()).strip())
            .orElse("");
    String answer = after.endsWith(".") ? after.substring(0, after.length() - 1) : after;
    return answer.isBlank() ? gold : answer;
  }

  /**
   * The rule that a gold answer asks for: {@link #GSM8K} when it ends in {@code #### number} or is
   * a plain number, else {@link #MATH}.
   */
  public static AnswerStyle ofGold(String gold) {
    return gold.contains(MARK) || isNumber(said(gold)) ? GSM8K : MATH;
  }

  /**
   * The answer in a gold text that may be a whole solution: behind the mark, in the box, or behind
   * "The answer is".
   */
  String answerIn(String gold) {
    if (this == MATH) {
      return Boxed.last(gold).map(Boxed.Box::content).orElseGet(() -> said(gold)).strip();
    }
    int mark = gold.lastIndexOf(MARK);
    String answer = (mark < 0 ? said(gold) : gold.substring(mark + MARK.length())).strip();
    String number = FlexibleExtract.clean(answer);
    return Decimal.parse(number).isPresent() ? number : answer;
  }
}
