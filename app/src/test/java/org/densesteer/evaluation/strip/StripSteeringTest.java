package org.densesteer.evaluation.strip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;

class StripSteeringTest {

  private static final double[] NORMS = {10, 20, 40};

  /** ‖v‖ is 5 at layer 0, 2 at layer 1, 0 at layer 2, and layer 7 is none of the model's. */
  private static StripSteering steering(Operator operator) {
    SteeringVector vector =
        new SteeringVector(
            "v",
            2,
            new TreeMap<>(
                Map.of(
                    0, new float[] {3, 4},
                    1, new float[] {2, 0},
                    2, new float[] {0, 0},
                    7, new float[] {1, 0})),
            VectorMetadata.EMPTY);
    return new StripSteering(vector, Positions.RESPONSE_ONLY, operator);
  }

  @Test
  void strengthsFollowFromThePushAndPushesFromTheStrength() {
    StripSteering steering = steering(Operator.ADD);
    assertEquals(
        List.of(new StripCell(0, 1, 0.5), new StripCell(1, 5, 0.5)),
        steering.atPush(List.of(0, 1), 0.5, NORMS));
    assertEquals(List.of(new StripCell(1, -5, 0.5)), steering.atPush(List.of(1), -0.5, NORMS));
    assertEquals(
        List.of(new StripCell(0, -2, 1), new StripCell(0, 0, 0), new StripCell(0, 1, 0.5)),
        steering.atLayer(0, List.of(-2.0, 0.0, 1.0), NORMS));
  }

  @Test
  void allLayersAreThoseThatCanPush() {
    assertEquals(List.of(0, 1), steering(Operator.ADD).allLayers(3));
  }

  @Test
  void whatCannotPushIsRefused() {
    StripSteering steering = steering(Operator.ADD);
    assertFault("The vector v is zero at layer 2, so it cannot push.", steering, 2);
    assertFault("The model has no layer 7; its layers are 0 to 2.", steering, 7);
    assertFault("The vector v has no layer 5; it has [0, 1, 2, 7].", steering, 5);
    assertThrows(FaultException.class, () -> steering(Operator.ABLATE));
  }

  private static void assertFault(String sentence, StripSteering steering, int layer) {
    FaultException fault =
        assertThrows(FaultException.class, () -> steering.atPush(List.of(layer), 0.5, NORMS));
    assertEquals(sentence, fault.getMessage());
  }

  @Test
  void randomDirectionsPushAsMuchAtTheSamePlace() {
    StripSteering steering = steering(Operator.ADD_KEEP_NORM);
    StripCell cell = new StripCell(0, 3, 1.5);
    Steering one = steering.random(cell, 1);
    assertEquals(5, one.vector().norm(0), 1e-6);
    assertEquals(3, one.strength());
    assertEquals(0, one.layer());
    assertEquals(Positions.RESPONSE_ONLY, one.positions());
    assertEquals(Operator.ADD_KEEP_NORM, one.operator());
    assertArrayEquals(one.vector().direction(0), steering.random(cell, 1).vector().direction(0));
    assertNotEquals(
        one.vector().direction(0)[0], steering.random(cell, 2).vector().direction(0)[0]);
  }

  @Test
  void normsOfSeveralPromptsAreAveraged() {
    assertArrayEquals(
        new double[] {2, 5}, StripSteering.mean(List.of(new double[] {1, 4}, new double[] {3, 6})));
  }
}
