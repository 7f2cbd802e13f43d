package org.densesteer.evaluation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {

  @Test
  void readsLayers() {
    assertEquals(List.of(0, 2, 3, 4, 5), LayerRange.parse("0,2-5"));
    assertEquals(List.of(1, 2, 3), LayerRange.parse("3, 1-2 ,2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "-1", "5-2", "1,,2", "1-", "1-2-3", "1.5", "99999"})
  void refusesWhatAreNoLayers(String text) {
    assertThrows(FaultException.class, () -> LayerRange.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,2-5", "7", "0-1", "0,2,4", "0-3,9"})
  void writesLayersAsItReadsThem(String text) {
    assertEquals(text, LayerRange.text(LayerRange.parse(text)));
  }

  @Test
  void readsStrengths() {
    assertEquals(
        List.of(-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0), StrengthRange.parse("-4:4:1"));
    assertEquals(List.of(0.0, 0.1, 0.2, 0.3), StrengthRange.parse("0:0.3:0.1"));
    assertEquals(List.of(-2.0, 0.0, 2.5), StrengthRange.parse("2.5,-2,-0"));
    assertEquals(List.of(0.0, 2.0, 4.0, 10.0), StrengthRange.parse("0:5:2,10"));
    assertEquals(List.of(3.0), StrengthRange.parse("3:3:1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1:2",
        "1:2:0",
        "1:2:-1",
        "4:-4:1",
        "0:1:0.0001",
        "1e3",
        "NaN",
        "1:2:1:1"
      })
  void refusesWhatAreNoStrengths(String text) {
    assertThrows(FaultException.class, () -> StrengthRange.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "4, 4",
    "-2.5, -2.5",
    "0.1, 0.1",
    "100, 100",
    "0.000001, 0.000001"
  })
  void writesStrengthsShort(double strength, String text) {
    assertEquals(text, StrengthRange.text(strength));
  }

  @Test
  void whatSomeReadAsOneStrengthIsAsked() {
    FaultException fault =
        assertThrows(FaultException.class, () -> StrengthRange.parseTyped(" 0,5"));
    assertEquals(
        "“0,5” can be one strength or two: write 0.5 for one, or 0, 5 for two.",
        fault.getMessage());
    assertEquals(List.of(0.0, 5.0), StrengthRange.parseTyped("0, 5"));
    assertEquals(List.of(-0.5, 0.5), StrengthRange.parseTyped("-0,5; 0,5"));
    assertEquals(List.of(-2.0, 0.0, 2.5), StrengthRange.parseTyped("-2,0,2.5"));
  }
}
