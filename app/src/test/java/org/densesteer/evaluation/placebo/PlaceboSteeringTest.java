package org.densesteer.evaluation.placebo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class PlaceboSteeringTest {

  private static final int WIDTH = 400;
  private static final SteeringVector VECTOR =
      new SteeringVector(
          "dense",
          WIDTH,
          new TreeMap<>(Map.of(3, direction(0.1f), 5, direction(2f))),
          VectorMetadata.EMPTY);
  private static final Steering STEERING =
      new Steering(VECTOR, 3, 2.5, Positions.RESPONSE_ONLY, Operator.ADD_KEEP_NORM);

  private static float[] direction(float first) {
    float[] values = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      values[i] = first * (i % 7 - (first > 1 ? 2 : 4));
    }
    return values;
  }

  private static Steering placebo(String name, long seed) {
    List<Steering> steerings = PlaceboSteering.of(Placebo.named(name), STEERING, seed);
    assertEquals(1, steerings.size());
    Steering placebo = steerings.get(0);
    assertEquals(3, placebo.layer());
    assertEquals(Positions.RESPONSE_ONLY, placebo.positions());
    assertEquals(Operator.ADD_KEEP_NORM, placebo.operator());
    return placebo;
  }

  @Test
  void randomDirectionHasTheNormAndNothingElse() {
    Steering random = placebo("random-1", 7);
    assertEquals(VECTOR.norm(3), random.vector().norm(3), 1e-4);
    assertEquals(2.5, random.strength());
    double cosine = cosine(random.vector().direction(3), VECTOR.direction(3));
    assertTrue(Math.abs(cosine) < 0.2, () -> "cosine " + cosine);
  }

  @Test
  void randomDirectionFollowsSeedAndDraw() {
    float[] first = placebo("random-1", 7).vector().direction(3);
    assertArrayEquals(first, placebo("random-1", 7).vector().direction(3));
    assertTrue(Math.abs(cosine(first, placebo("random-2", 7).vector().direction(3))) < 0.2);
    assertTrue(Math.abs(cosine(first, placebo("random-1", 8).vector().direction(3))) < 0.2);
  }

  @Test
  void flipTurnsTheSign() {
    Steering flip = placebo("flip", 1);
    assertEquals(-2.5, flip.strength());
    assertSame(VECTOR, flip.vector());
  }

  @Test
  void otherLayerKeepsItsDirectionAndTakesTheNorm() {
    Steering other = placebo("layer-5", 1);
    assertEquals(VECTOR.norm(3), other.vector().norm(3), 1e-4);
    assertEquals(1, cosine(other.vector().direction(3), VECTOR.direction(5)), 1e-6);
    assertThrows(FaultException.class, () -> placebo("layer-4", 1));
  }

  @Test
  void shuffledPairsAreTheVectorsOwnAtEqualNorm() {
    float[] control = direction(3f);
    SteeringVector carrying =
        VECTOR.withShuffled(List.of(new TreeMap<>(Map.of(3, control)), new TreeMap<>()));
    Steering steering = Steering.everywhere(carrying, 3, 2);
    Steering shuffled = PlaceboSteering.of(Placebo.named("shuffled-1"), steering, 1).get(0);
    assertEquals(VECTOR.norm(3), shuffled.vector().norm(3), 1e-4);
    assertEquals(1, cosine(shuffled.vector().direction(3), control), 1e-6);
    refused("shuffled-2", steering, "have no layer 3");
    refused("shuffled-3", steering, "carries 2 shuffled-pair controls");
    refused("shuffled-1", STEERING, "The pairs of the vector dense are not known");
  }

  private static void refused(String name, Steering steering, String reason) {
    FaultException fault =
        assertThrows(
            FaultException.class, () -> PlaceboSteering.of(Placebo.named(name), steering, 1));
    assertTrue(fault.getMessage().contains(reason), fault::getMessage);
  }

  @Test
  void conciseSteersNothing() {
    assertEquals(List.of(), PlaceboSteering.of(Placebo.named("concise"), STEERING, 1));
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
    }
    return product / SteeringVector.norm(a) / SteeringVector.norm(b);
  }
}
