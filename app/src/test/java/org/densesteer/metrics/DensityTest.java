package org.densesteer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.steering.Steps;
import org.junit.jupiter.api.Test;

class DensityTest {

  @Test
  void encodesEachStrippedPartAlone() {
    List<String> encoded = new ArrayList<>();
    int tokens =
        Density.tokens(
            Steps.split(" a\n\n\n b c \n\n"),
            text -> {
              encoded.add(text);
              return 10 * encoded.size();
            });
    assertEquals(List.of("a", "b c"), encoded);
    assertEquals(30, tokens);
  }
}
