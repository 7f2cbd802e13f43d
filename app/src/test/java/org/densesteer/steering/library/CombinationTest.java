package org.densesteer.steering.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMath.Term;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;

class CombinationTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private static SteeringVector vector(String name, float x, float y) {
    return new SteeringVector(
        name,
        2,
        new TreeMap<>(Map.of(3, new float[] {x, y}, 4, new float[] {2 * x, 2 * y})),
        VectorMetadata.EMPTY
            .with(VectorMetadata.MODEL_ID, "tiny")
            .with(VectorMetadata.MODEL_FINGERPRINT, "0123")
            .with(VectorMetadata.RECOMMENDED_LAYER, 3)
            .with(VectorMetadata.RECOMMENDED_STRENGTH, 4)
            .with("measured_effect", "density +30 %"));
  }

  private static void assertTold(SteeringVector made, String name, String method, String sources) {
    assertEquals(name, made.name());
    assertEquals(method, made.metadata().get(VectorMetadata.METHOD));
    assertEquals(sources, made.metadata().get(Combination.SOURCES));
    assertEquals("2026-05-04T12:00:00Z", made.metadata().get(VectorMetadata.CREATED));
    assertEquals("tiny", made.metadata().get(VectorMetadata.MODEL_ID));
    assertEquals(3, made.metadata().recommendedLayer().orElseThrow());
  }

  private static void assertClaimsNothing(SteeringVector made) {
    assertTrue(made.metadata().recommendedStrength().isEmpty());
    assertFalse(made.metadata().entries().containsKey("measured_effect"));
  }

  @Test
  void aSumTellsItsWeights() {
    SteeringVector sum =
        Combination.weightedSum(
            "sum",
            List.of(new Term(2, vector("a", 1, 0)), new Term(-0.5, vector("b", 0, 4))),
            NOON);
    assertArrayEquals(new float[] {2, -2}, sum.direction(3));
    assertTold(sum, "sum", "weighted sum: 2.0·a -0.5·b", "a, b");
    assertClaimsNothing(sum);
  }

  @Test
  void whatIsProjectedOutIsGone() {
    SteeringVector rest =
        Combination.projectedOut("rest", vector("a", 3, 5), vector("b", 0, 2), NOON);
    assertArrayEquals(new float[] {3, 0}, rest.direction(3), 1e-6f);
    assertTold(rest, "rest", "a with b projected out", "a, b");
    assertClaimsNothing(rest);
  }

  @Test
  void aNegatedVectorPointsTheOtherWay() {
    SteeringVector flipped = Combination.negated("flip", vector("a", 3, -5), NOON);
    assertArrayEquals(new float[] {-3, 5}, flipped.direction(3));
    assertTold(flipped, "flip", "a negated", "a");
    assertClaimsNothing(flipped);
  }

  @Test
  void factorsWorkOnTheirLayerAlone() {
    SteeringVector scaled =
        Combination.rescaled("scaled", vector("a", 1, 1), Map.of(4, 0.5, 3, 1.0, 9, 7.0), NOON);
    assertArrayEquals(new float[] {1, 1}, scaled.direction(3));
    assertArrayEquals(new float[] {1, 1}, scaled.direction(4));
    assertTold(scaled, "scaled", "a rescaled by layer: 4:0.5", "a");
    assertClaimsNothing(scaled);
  }

  @Test
  void aMixTellsHowItIsToBeUsed() {
    SteeringVector mix =
        Combination.mixed(
            "mix",
            List.of(
                new Steering(vector("a", 1, 0), 3, 0.5, Positions.RESPONSE_ONLY, Operator.ADD),
                new Steering(vector("b", 0, 4), 4, 2, Positions.RESPONSE_ONLY, Operator.ADD),
                new Steering(vector("c", 9, 9), 4, 0, Positions.RESPONSE_ONLY, Operator.ADD)),
            NOON);
    assertArrayEquals(new float[] {0.5f, 0}, mix.direction(3));
    assertArrayEquals(new float[] {0, 16}, mix.direction(4));
    VectorMetadata told = mix.metadata();
    assertEquals("mix: 0.5·a at layer 3 + 2·b at layer 4", told.get(VectorMetadata.METHOD));
    assertEquals("a, b", told.get(Combination.SOURCES));
    assertEquals("tiny", told.get(VectorMetadata.MODEL_ID));
    assertTrue(told.appliesEveryLayer());
    assertEquals(4, told.recommendedLayer().orElseThrow());
    assertEquals(1, told.recommendedStrength().orElseThrow());
    assertEquals(Positions.RESPONSE_ONLY, told.positions().orElseThrow());
    assertEquals(Operator.ADD, told.operator().orElseThrow());
    assertFalse(told.entries().containsKey("measured_effect"));
  }
}
