package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

  private record Figures(int[] tokenIds, double nllWithPrompt, Double missing, List<Double> row) {}

  @Test
  void namesAreSnakeCaseAndMissingFiguresNull() {
    assertEquals(
        "{\"token_ids\":[1,2],\"nll_with_prompt\":0.5,\"missing\":null,\"row\":[1.0,null]}",
        Json.of(
            new Figures(
                new int[] {1, 2}, 0.5, Double.NaN, List.of(1.0, Double.POSITIVE_INFINITY))));
  }

  @Test
  void arraysOfDoublesMayHoldMissingFigures() {
    assertEquals("[1.0,null]", Json.of(new double[] {1, Double.NaN}));
  }
}
