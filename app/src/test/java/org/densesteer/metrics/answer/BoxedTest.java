package org.densesteer.metrics.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxedTest {

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
        "\\boxed{} | ''"
      })
  void lastCompleteBox(String text, String expected) {
    assertEquals(Optional.of(expected), Boxed.last(text));
  }

  @Test
  void none() {
    assertEquals(Optional.empty(), Boxed.last(""));
    assertEquals(Optional.empty(), Boxed.last("\\boxed"));
    assertEquals(Optional.empty(), Boxed.last("\\boxed 7"));
    assertEquals(Optional.empty(), Boxed.last("boxed{7}"));
    assertEquals(Optional.empty(), Boxed.last("\\boxed{7"));
    assertEquals(Optional.empty(), Boxed.last("\\\\boxed{7}"), "a row break before a word");
  }
}
