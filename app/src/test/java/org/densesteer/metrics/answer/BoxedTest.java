package org.densesteer.metrics.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoxedTest {

  private static Optional<String> last(String text) {
    return Boxed.last(text).map(Boxed.Box::content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\boxed{7} | 7",
        "so \\boxed {7} | 7",
        "\\boxed{1} and \\boxed{2} | 2",
        "\\boxed{\\frac{1}{2}} | \\frac{1}{2}",
        "\\boxed{a{b{c}d}e} rest } | a{b{c}d}e",
        "\\boxed{\\boxed{3}} | 3",
        "\\boxed{\\{1, 2\\}} | \\{1, 2\\}",
        "\\boxed{x \\in \\{1} | x \\in \\{1",
        "\\boxed{4} then \\boxed{5 is cut | 4",
        "{ unmatched \\boxed{6} | 6",
        "} unmatched \\boxed{6} | 6",
        "\\boxed{} | ''",
        "\\fbox{8} | 8",
        "\\boxed{7} or \\fbox{8} | 8",
        "\\boxed 18 | 18",
        "\\boxed18. | 18",
        "\\boxed -3.5, then | -3.5",
        "\\boxed 1,234. | 1,234",
        "\\boxed 3/4 | 3/4",
        "\\boxed 8\\boxed{9} | 9",
        "\\boxed C | C",
        "{\\boxed{7} \\boxed 8} | 8"
      })
  void lastCompleteBox(String text, String expected) {
    assertEquals(Optional.of(expected), last(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\\boxed",
        "boxed{7}",
        "\\boxed{7",
        "\\\\boxed{7}",
        "use \\boxed to show it",
        "\\boxedup{7}",
        "\\boxed."
      })
  void none(String text) {
    assertEquals(Optional.empty(), last(text));
  }

  @Test
  void tellsWhereTheBoxEnds() {
    assertEquals(9, Boxed.last("\\boxed{7} of 9").orElseThrow().end());
    assertEquals(8, Boxed.last("\\boxed{7").or(() -> Boxed.last("\\boxed 7")).orElseThrow().end());
  }
}
