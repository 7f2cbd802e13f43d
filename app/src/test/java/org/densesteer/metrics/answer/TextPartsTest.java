package org.densesteer.metrics.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small rules by which an answer is found and taken apart. */
class TextPartsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234 | 1234",
        "-12,345,678.50 | -12345678.50",
        "12,34,567 | 1234567",
        "1234 | 1234",
        "1,23 | 1,23",
        "1234,567 | 1234,567",
        "x,123 | x,123",
        "1,234, | 1,234,"
      })
  void thousandsAreJoinedInNumbersAlone(String text, String joined) {
    assertEquals(joined, Thousands.joined(text));
    assertEquals(!text.equals(joined), Thousands.isGrouped(text));
  }

  @Test
  void onlyWhatStandsOutsideBracketsSeparates() {
    assertEquals(List.of("(1,2)", "3"), TopLevel.split("(1,2),3", ","));
    assertEquals(List.of("a", "", "[b,{c,d}]", ""), TopLevel.split("a,,[b,{c,d}],", ","));
    assertEquals(List.of("a", "b", "c"), TopLevel.split("a or b or c", " or "));
    assertEquals(List.of("abc"), TopLevel.split("abc", ";"));
  }

  @Test
  void aBracketThatHoldsTheWholeText() {
    assertTrue(TopLevel.isWhole("(a(b))"));
    assertTrue(TopLevel.isWhole("()"));
    for (String text : List.of("(a)(b)", "(a)b", "a(b)", "a", "(", "(a", "")) {
      assertFalse(TopLevel.isWhole(text), text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#### 5 then \\boxed{6} | 6",
        "\\boxed{6} then #### 5 | 5",
        "#### 5 | 5",
        "so 3 #### none | 3",
        "The answer is 5. Then 7. | 5",
        "The answer is 12 = a dozen. Then 3. | 3",
        "The answer is 4 of the many things that one could have said about it. So 9. | 9"
      })
  void whatAnAnswerStates(String response, String stated) {
    assertEquals(Optional.of(stated), StatedAnswer.of(response));
  }
}
