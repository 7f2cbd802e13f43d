package org.densesteer.evaluation.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

  @ParameterizedTest
  @CsvSource({
    "17.494, 17.49",
    "99.94, 99.94",
    "99.96, 100",
    "252.88, 253",
    "1234.5, 1235",
    "9999.4, 9999",
    "9999.6, 10.0k",
    "123456, 123.5k",
    "-1500, -1500"
  })
  void narrowCellsGetFewFigures(double density, String shown) {
    assertEquals(shown, Measure.DENSITY.brief(density));
  }

  @Test
  void sharesStayPercentInNarrowCells() {
    assertEquals("87.5 %", Measure.ACCURACY.brief(0.875));
    assertEquals("100 %", Measure.ACCURACY.brief(1));
  }

  @Test
  void whatIsUnknownIsADash() {
    assertEquals("–", Measure.TOKENS.brief(Double.NaN));
  }

  @Test
  void noMeanBelowAMillionIsLongerThanSixCharacters() {
    for (Measure measure : Measure.values()) {
      double top = measure.isShare() ? 1 : 999_940;
      for (double value = 1e-3; value <= top; value *= 1.07) {
        String shown = measure.brief(value);
        assertTrue(shown.length() <= 6, shown);
      }
    }
  }
}
