package org.densesteer.metrics.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Verdicts of {@code math_equivalence.py} (hendrycks/math at 940d1bf) and of {@code
 * last_boxed_only_string} with {@code remove_boxed}, run by Python 3.11.
 */
class MathReleaseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\\dfrac12 | \\frac{1}{2} | true",
        "1/2 | \\frac{1}{2} | true",
        "01/2 | \\frac{01}{2} | false",
        "0.5 | \\frac{1}{2} | true",
        "0.50 | \\frac{1}{2} | false",
        ".25 | 0.25 | true",
        "k=5 | 5 | true",
        "k = 5 | 5 | true",
        "ab=5 | 5 | true",
        "=5 | 5 | true",
        "abc=5 | 5 | false",
        "`\\text{ cm}` | `\\text{ in}` | true",
        "\\frac1 | \\dfrac1 | true",
        "`18\\text{ cm}` | 18 | true",
        "18\\text{cm} | 18 | false",
        "18\\,\\text{cm} | 18 | false",
        "10,\\!080 | 10,080 | true",
        "10,080 | 10080 | false",
        "50\\% | 50 | true",
        "50% | 50 | false",
        "90^{\\circ} | 90 | true",
        "2.0 | 2 | false",
        "\\sqrt3 | \\sqrt{3} | true",
        "x/2 | x / 2 | true",
        "`\\text{ a}\\text{ b}` | `\\text{ a}\\text{ b}` | true",
        "`\\text{ a}\\text{ b}` | `\\text{ a}\\text{ c}` | false",
        "\\frac | \\frac | true",
        "\\frac | \\dfrac | false",
        "\\text{C} | C | false"
      })
  void comparesAsTheReleaseDoes(String predicted, String gold, boolean same) {
    assertEquals(same, MathRelease.same(predicted, gold));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "so \\boxed{7}. | 7",
        "\\boxed{1} and \\boxed{\\frac{1}{2}} | \\frac{1}{2}",
        "\\boxed{4} then \\boxed{5 is cut |",
        "\\boxed 7 |",
        "\\fbox{7} |",
        "\\boxed{\\{1} |",
        "\\boxed{} | ``",
        "7 |"
      })
  void readsTheLastBoxAsTheReleaseDoes(String response, String expected) {
    assertEquals(Optional.ofNullable(expected), MathRelease.predicted(response));
  }
}
