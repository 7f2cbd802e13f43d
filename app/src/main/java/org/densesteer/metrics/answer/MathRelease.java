package org.densesteer.metrics.answer;

import java.util.Optional;

/**
 * The rule by which MATH scores are published: {@code last_boxed_only_string}, {@code remove_boxed}
 * and {@code is_equiv} of the data set's release (Hendrycks et al. 2021, github.com/hendrycks/math
 * at 940d1bf). Its oddities are kept, for they are part of the published figures: only a unit in
 * {@code \text{ …}} goes, numbers are compared as text, {@code 0.5} alone becomes a fraction.
 */
final class MathRelease {

  private MathRelease() {}

  /** What the last {@code \boxed} holds; empty when it has no brace or the brace is not closed. */
  static Optional<String> predicted(String response) {
    int start = response.lastIndexOf("\\boxed");
    if (start < 0 || !response.startsWith("\\boxed{", start)) {
      return Optional.empty();
    }
    int depth = 0;
    for (int i = start; i < response.length(); i++) {
      char c = response.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return Optional.of(response.substring(start + "\\boxed{".length(), i));
      }
    }
    return Optional.empty();
  }

  /** {@code is_equiv}: both stripped, or as they are where stripping fails on either. */
  static boolean same(String predicted, String gold) {
    Optional<String> left = ReleaseStrip.of(predicted);
    Optional<String> right = ReleaseStrip.of(gold);
    return left.isPresent() && right.isPresent() ? left.equals(right) : predicted.equals(gold);
  }
}
