package org.densesteer.extraction.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberSetTest {

  @Test
  void oneNumberHasOneForm() {
    assertEquals(Set.of("1200.5"), NumberSet.of("$1,200.50 and 1200.5 and 01200.500"));
    assertEquals(Set.of("0.5"), NumberSet.of("0.5 .5 0.50"));
    assertEquals(Set.of("0"), NumberSet.of("0 00 0.0"));
    assertEquals(Set.of("1234567"), NumberSet.of("1,234,567"));
  }

  @Test
  void commasOfAListSeparate() {
    assertEquals(Set.of("3", "4"), NumberSet.of("(3,4)"));
    assertEquals(Set.of("12", "3456"), NumberSet.of("12,3456"));
  }

  @Test
  void aPointAtTheEndOfASentenceIsNone() {
    assertEquals(Set.of("7", "8"), NumberSet.of("It is 7. Then 8."));
  }

  @Test
  void labelsOfStepsAreNoNumbersOfTheText() {
    assertEquals(
        Set.of("5", "7"),
        NumberSet.withoutLabels("Step 1: take 5.\n\n**2.** then 7\n  3) end\n### Step 4"));
    assertEquals(Set.of("2.5"), NumberSet.withoutLabels("2.5 litres"));
  }
}
