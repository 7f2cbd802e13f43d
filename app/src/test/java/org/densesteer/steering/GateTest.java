package org.densesteer.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The factors of gates, by hand. */
class GateTest {

  private record Before(int tokens, int steps, double topProbability, double meanKl, double cosine)
      implements Seen {
    @Override
    public double cosine(Probe probe) {
      return cosine;
    }

    @Override
    public double promptCosine(Probe probe) {
      return -cosine;
    }
  }

  private static Gate gate(String text) {
    return GateText.parse(text, GateText::anyProbe);
  }

  private static double at(String gate, int tokens, int steps) {
    return gate(gate).at(new Before(tokens, steps, 1, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "5, 1", "10, 1", "15, 0.75", "20, 0.5", "25, 1.25", "30, 2", "99, 2"})
  void aCurveIsStraightBetweenItsPointsAndLevelBeyondThem(int tokens, double expected) {
    assertEquals(expected, at("curve:10=1,20=0.5,30=2", tokens, 7), 1e-12);
    assertEquals(expected, at("curve-steps:10=1,20=0.5,30=2", 7, tokens), 1e-12);
  }

  @Test
  void aBudgetTakesAwayInProportionToWhatIsTooMuch() {
    Gate gate = gate("kl:0.2");
    assertEquals(1, gate.at(new Before(0, 0, 1, 0, 0)));
    assertEquals(1, gate.at(new Before(9, 0, 1, 0.2, 0)));
    assertEquals(0.8, gate.at(new Before(9, 0, 1, 0.21, 0)), 1e-12);
    assertEquals(0.2, gate.at(new Before(9, 0, 1, 0.24, 0)), 1e-12);
    assertEquals(0, gate.at(new Before(9, 0, 1, 0.25, 0)), 1e-12);
    assertEquals(0, gate.at(new Before(9, 0, 1, 3, 0)));
    assertEquals(0.5, gate("kl:0.2,gain=1").at(new Before(9, 0, 1, 0.3, 0)), 1e-12);
  }

  @Test
  void bothBoundsAreStrictAndClosedWhileNothingIsKnown() {
    assertEquals(1, gate("confidence<0.6").at(new Before(0, 0, 0.59, 0, 0)));
    assertEquals(0, gate("confidence<0.6").at(new Before(0, 0, 0.6, 0, 0)));
    assertEquals(0, gate("confidence<0.6").at(new Before(0, 0, Double.NaN, 0, 0)));
    assertEquals(1, gate("cosine:p@2>-0.1").at(new Before(0, 0, 1, 0, -0.09)));
    assertEquals(0, gate("cosine:p@2>-0.1").at(new Before(0, 0, 1, 0, -0.1)));
    assertEquals(0, gate("cosine:p@2>-0.1").at(new Before(0, 0, 1, 0, Double.NaN)));
    assertEquals(1, gate("cosine-prompt:p@2>0.3").at(new Before(9, 0, 1, 0, -0.4)));
    assertEquals(0, gate("cosine-prompt:p@2>0.3").at(new Before(9, 0, 1, 0, 0.4)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "constant",
        "curve:0=1,50=0",
        "curve-steps:0=-1,3=0.25",
        "cosine:my probe@a>b@12>-0.25",
        "cosine-prompt:p@2>0.5",
        "confidence<0.6",
        "kl:0.2",
        "kl:0.2,gain=8"
      })
  void wordsAreReadAsTheyAreWritten(String text) {
    assertEquals(text, gate(text).text());
    assertEquals(gate(text).words(), gate(" " + text + " ").words());
  }

  @Test
  void onlyTheConstantGateIsConstant() {
    assertTrue(gate("constant").constant());
    assertFalse(gate("curve:0=1").constant());
    assertTrue(gate("kl:1").asksKl());
    assertTrue(gate("confidence<1").asksProbability());
    assertFalse(gate("cosine:p@2>0").asksKl());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "open",
        "curve:",
        "curve:5",
        "curve:0=x",
        "curve:0=NaN",
        "curve:5=1,5=0",
        "curve:5=1,2=0",
        "curve:-1=1",
        "curve-steps:0=1e9",
        "cosine:p@2",
        "cosine:p>0.1",
        "cosine:p@x>0.1",
        "cosine:p@2>2",
        "confidence<0",
        "confidence<1.5",
        "confidence>0.5",
        "kl:0",
        "kl:-1",
        "kl:0.2,gain=0",
        "kl:0.2,gain=",
        "kl:0.2,0.3"
      })
  void whatIsNoGateIsRefusedInOneSentence(String text) {
    String sentence = assertThrows(FaultException.class, () -> gate(text)).getMessage();
    assertTrue(sentence.endsWith("."), sentence);
  }

  @Test
  void aProbeOfZerosHasNoCosine() {
    SteeringVector vector = VectorMath.scale(GateText.anyProbe("p", 2).vector(), 0);
    assertThrows(FaultException.class, () -> new Probe(vector, 2));
    assertThrows(FaultException.class, () -> GateText.anyProbe("p", 2).vector().direction(3));
  }
}
