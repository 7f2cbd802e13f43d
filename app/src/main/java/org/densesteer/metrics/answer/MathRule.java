package org.densesteer.metrics.answer;

import java.util.Optional;

/**
 * The MATH rule: the answer is the last {@code \boxed{…}} of the response, compared as normalised
 * text; numbers also by value.
 */
final class MathRule {

  private MathRule() {}

  /** The gold answer: its last {@code \boxed{…}} where it is a whole solution, else all of it. */
  static String gold(String gold) {
    return Boxed.last(gold).orElse(gold).strip();
  }

  /** What the last {@code \boxed{…}} holds. */
  static Optional<String> predicted(String response) {
    return Boxed.last(response).map(String::strip);
  }

  static boolean same(String predicted, String gold) {
    String left = LatexNormalizer.normalize(predicted);
    String right = LatexNormalizer.normalize(gold);
    return left.equals(right) || LatexNumber.same(left, right);
  }
}
