package org.densesteer.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DivergingScaleTest {

  private static final DivergingScale SCALE =
      DivergingScale.around(0.5, List.of(0.4, 0.8, Double.NaN, 0.5), List.of(90.0));

  @Test
  void reachesAsFarAsTheFarthestValueOnBothSides() {
    assertEquals(0.3, SCALE.extent(), 1e-12);
    assertEquals("#0072b2", SCALE.color(0.2).hex());
    assertEquals("#e67e22", SCALE.color(0.8).hex());
    assertEquals("#f4f4f2", SCALE.color(0.5).hex());
  }

  @Test
  void staysWithinItsColours() {
    assertEquals(SCALE.color(0.8), SCALE.color(99));
    assertEquals(SCALE.color(0.2), SCALE.color(-99));
    assertEquals("#c8c8c8", SCALE.color(Double.NaN).hex());
  }

  @Test
  void equalValuesAreNeutral() {
    DivergingScale flat = DivergingScale.around(2, List.of(2.0, 2.0), List.of());
    assertEquals("#f4f4f2", flat.color(2).hex());
    assertEquals("#f4f4f2", DivergingScale.around(2, List.of(), List.of()).color(2).hex());
  }

  @Test
  void everyColourCarriesReadableText() {
    for (int i = -100; i <= 100; i++) {
      Rgb color = SCALE.color(0.5 + 0.003 * i);
      double contrast = color.contrast(color.ink());
      assertTrue(contrast >= 4.5, () -> color.hex() + " " + contrast);
    }
  }

  /** Contrast with the neutral colour grows on either side, so strength shows without any hue. */
  @Test
  void strengthShowsWithoutHue() {
    Rgb neutral = SCALE.color(0.5);
    for (int sign : new int[] {-1, 1}) {
      double last = 0;
      for (int i = 0; i <= 10; i++) {
        double contrast = neutral.contrast(SCALE.color(0.5 + sign * 0.03 * i));
        assertTrue(contrast > last);
        last = contrast;
      }
      assertTrue(last > 2, "contrast " + last);
    }
  }

  @Test
  void faintColoursKeepTheirSide() {
    DivergingScale scale = new DivergingScale(2, 3);
    for (DivergingScale.Ground ground : DivergingScale.Ground.values()) {
      assertEquals(scale.color(2, ground), scale.faint(2, ground));
      assertEquals(scale.color(3.2, ground), scale.faint(5, ground));
      assertEquals(scale.color(Double.NaN), scale.faint(Double.NaN, ground));
    }
  }

  @Test
  void outliersCountOnlyWhereThereIsNothingElse() {
    assertEquals(new DivergingScale(2, 3), DivergingScale.around(2, List.of(5.0), List.of(1000.0)));
    assertEquals(
        new DivergingScale(2, 998), DivergingScale.around(2, List.of(2.0), List.of(1000.0)));
    assertEquals(new DivergingScale(2, 3).color(5), new DivergingScale(2, 3).color(1000));
  }
}
