package org.densesteer.metrics.answer;

import java.util.List;
import java.util.Optional;

/** The number in an answer that says more than a number: {@code Tom has 18}, {@code 3 + 4 = 7}. */
final class NumberAmongWords {

  private NumberAmongWords() {}

  /** What follows the last equals sign, or the only number; empty where neither is clear. */
  static Optional<String> of(String answer) {
    String result = answer.substring(answer.lastIndexOf('=') + 1);
    List<NumberInText> numbers = NumberInText.all(result);
    boolean clear = numbers.size() == 1 && Measured.of(Spelling.of(result)).isEmpty();
    return clear || result.length() < answer.length() && numbers.size() == 1
        ? Optional.of(numbers.get(0).in(result))
        : Optional.empty();
  }
}
