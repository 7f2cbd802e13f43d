package org.densesteer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DensityTest {

  @Test
  void isTokensOverSteps() {
    assertEquals(2.5, Density.of("one two three\n\nfour five", Traces::words));
    assertEquals(5, Density.tokens("one two three\n\nfour five", Traces::words));
  }

  @Test
  void encodesEachStrippedPartAlone() {
    List<String> encoded = new ArrayList<>();
    Density.of(
        " a\n\n\n b c \n\n",
        text -> {
          encoded.add(text);
          return 1;
        });
    assertEquals(List.of("a", "b c"), encoded);
  }

  @Test
  void aBlankResponseHasNoTokensInOneStep() {
    assertEquals(0, Density.of("\n\n", Traces::words));
  }

  @Test
  void movesWithFormattingAlone() {
    assertEquals(4, Density.of("a b\nc d", Traces::words));
    assertEquals(2, Density.of("a b\n\nc d", Traces::words));
  }
}
