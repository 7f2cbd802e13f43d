package org.densesteer.steering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;

class SteeringSumTest {

  private static SteeringVector vector(String name, float x, float y) {
    return new SteeringVector(
        name,
        2,
        new TreeMap<>(Map.of(3, new float[] {x, y}, 4, new float[] {2 * x, 2 * y})),
        VectorMetadata.EMPTY);
  }

  private static Steering steering(String name, int layer, double strength, Operator operator) {
    return new Steering(vector(name, 1, -1), layer, strength, Positions.EVERYWHERE, operator);
  }

  private static void assertRefused(String sentence, Steering... steerings) {
    assertEquals(sentence, SteeringSum.obstacle(List.of(steerings)).orElseThrow());
    FaultException refused =
        assertThrows(FaultException.class, () -> SteeringSum.of("sum", List.of(steerings)));
    assertEquals(sentence, refused.getMessage());
  }

  @Test
  void additionsOfOneLayerAreOneAddition() {
    SteeringVector sum =
        SteeringSum.of(
            "sum",
            List.of(
                Steering.everywhere(vector("a", 1, 0), 3, 2),
                Steering.everywhere(vector("b", 0, 4), 3, -0.5)));
    assertEquals(Set.of(3), sum.directions().keySet());
    assertArrayEquals(new float[] {2, -2}, sum.direction(3));
    assertFalse(sum.metadata().appliesEveryLayer());
    assertEquals(1, sum.metadata().recommendedStrength().orElseThrow());
  }

  @Test
  void layersOfAMixWorkAtOnceAndTheStrongestIsRecommended() {
    SteeringVector sum =
        SteeringSum.of(
            "sum", List.of(steering("a", 3, 8, Operator.ADD), steering("b", 4, 1, Operator.ADD)));
    assertEquals(Set.of(3, 4), sum.directions().keySet());
    assertArrayEquals(new float[] {8, -8}, sum.direction(3));
    assertArrayEquals(new float[] {2, -2}, sum.direction(4));
    assertTrue(sum.metadata().appliesEveryLayer());
    assertEquals(3, sum.metadata().recommendedLayer().orElseThrow());
  }

  @Test
  void anAblatedDirectionIsNotScaled() {
    SteeringVector sum = SteeringSum.of("sum", List.of(steering("a", 3, 7, Operator.ABLATE)));
    assertArrayEquals(new float[] {1, -1}, sum.direction(3));
    assertEquals(Operator.ABLATE, sum.metadata().operator().orElseThrow());
  }

  @Test
  void whatRestsDoesNotCount() {
    assertEquals(
        Set.of(4),
        SteeringSum.of(
                "sum",
                List.of(
                    steering("a", 3, 0, Operator.ADD_KEEP_NORM), steering("b", 4, 1, Operator.ADD)))
            .directions()
            .keySet());
    assertRefused(
        "No vector is at work, so there is nothing to sum; give one a strength other than 0.",
        steering("a", 3, 0, Operator.ADD));
  }

  @Test
  void differentOperatorsHaveNoSum() {
    assertRefused(
        "a works by “add” and b by “ablate”, so no single vector does the same; choose one operator for both.",
        steering("a", 3, 1, Operator.ADD),
        steering("b", 4, 1, Operator.ABLATE));
  }

  @Test
  void twoRestoredNormsAtOneLayerHaveNoSum() {
    assertRefused(
        "Two vectors at layer 3 work by “add, keep ‖h‖” one after the other, so no single vector does the same; let them add, or use different layers.",
        steering("a", 3, 1, Operator.ADD_KEEP_NORM),
        steering("b", 3, 1, Operator.ADD_KEEP_NORM));
    assertTrue(
        SteeringSum.obstacle(
                List.of(
                    steering("a", 3, 1, Operator.ADD_KEEP_NORM),
                    steering("b", 4, 1, Operator.ADD_KEEP_NORM)))
            .isEmpty());
  }

  @Test
  void differentPositionsHaveNoSum() {
    Steering prompt = new Steering(vector("b", 1, 1), 4, 1, Positions.PROMPT_ONLY, Operator.ADD);
    assertRefused(
        "a and b steer different positions, so no single vector does the same.",
        steering("a", 3, 1, Operator.ADD),
        prompt);
  }
}
