package org.densesteer.metrics.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantsTest {

  /** Worked out by hand, irrational ones with a calculator. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "18 | 18",
        "-3.5 | -3.5",
        "1,234.5 | 1234.5",
        "12,34,567 | 1234567",
        "\\frac12 | 0.5",
        "\\frac 1 8 | 0.125",
        "\\frac{3}{4} | 0.75",
        "2\\frac{1}{2} | 2.5",
        "2\\frac{5}{2} | 5",
        "-2 1/4 | -2.25",
        "1 + 2 * 3 | 7",
        "6/3/2 | 1",
        "6 \\div 3 \\cdot 2 | 4",
        "2(3+4) | 14",
        "2^{-2} | 0.25",
        "-2^2 | -4",
        "10^12 | 1000000000000",
        "\\sqrt{16} | 4",
        "\\sqrt[3]{8} | 2",
        "3\\sqrt2 | 4.242640687119286",
        "\\frac{\\sqrt{2}}{2} | 0.7071067811865476",
        "-\\sqrt2 | -1.4142135623730951",
        "2\\pi | 6.283185307179586",
        "0.\\overline{3} | 0.3333333333333333",
        "0.1\\overline{6} | 0.16666666666666666",
        "1.8 \\times 10^{4} | 18000",
        "1.8e4 | 18000",
        "{5} | 5"
      })
  void evaluates(String text, double value) {
    assertEquals(
        value, Constants.evaluate(text).orElseThrow().approximate(), 1e-14 * Math.abs(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2x",
        "1 2",
        "1,23",
        "(1,234)",
        "1/0",
        "\\sqrt{-1}",
        "2516_8",
        "5!",
        "1..2",
        "(1",
        "1)",
        "\\frac{1}",
        "\\frac{1}{x}",
        "3 + ",
        "1.2.3",
        "0^{-1}",
        "\\pm 2",
        "10^{99999}"
      })
  void refusesWhatIsNoConstant(String text) {
    assertEquals(Optional.empty(), Constants.evaluate(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "\\frac{", "\\sqrt", "9^", "1+", "2^{", "1/", "7"})
  void depthAndSizeAreBounded(String piece) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertTrue(Constants.evaluate(piece.repeat(600)).isEmpty() || piece.equals("7")));
  }
}
