package org.densesteer.metrics.answer;

import java.util.Optional;
import org.densesteer.chat.ReasoningBlocks;

/** The answer of a response where no gold answer says by which rule to read it: for display. */
public final class PredictedAnswer {

  private static final int LONGEST_NUMBER = 100;

  private PredictedAnswer() {}

  /**
   * What the last box holds or a final {@code ####} announces, else the number that is called the
   * answer, else the last number, else nothing. Reasoning blocks are passed over.
   */
  public static Optional<String> of(String response) {
    return StatedAnswer.of(ReasoningBlocks.in(response).answer()).map(PredictedAnswer::readable);
  }

  /** The last number by {@code flexible-extract} of lm-evaluation-harness, for GSM8K. */
  public static Optional<String> byFlexibleExtract(String response) {
    return FlexibleExtract.predicted(ReasoningBlocks.in(response).answer());
  }

  /** What the last box holds by the MATH data set's release. */
  public static Optional<String> byMathRelease(String response) {
    return MathRelease.predicted(ReasoningBlocks.in(response).answer());
  }

  /** A decimal number without marks between its digits; anything else as it is. */
  static String readable(String answer) {
    if (answer.length() > LONGEST_NUMBER) {
      return answer;
    }
    String number = Thousands.joined(Spelling.plain(Spelling.of(answer)));
    return Decimal.parse(number).isPresent() ? number : answer;
  }
}
