package org.densesteer.metrics.answer;

import java.util.Optional;

/** The answer of a response where no gold answer says by which rule to read it: for display. */
public final class PredictedAnswer {

  private PredictedAnswer() {}

  /** What the last {@code \boxed{…}} holds, else the last number, else nothing. */
  public static Optional<String> of(String response) {
    return MathRule.predicted(response)
        .filter(answer -> !answer.isEmpty())
        .or(() -> Gsm8kRule.predicted(response));
  }
}
