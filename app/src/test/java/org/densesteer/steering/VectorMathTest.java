package org.densesteer.steering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.densesteer.steering.VectorMath.Term;
import org.junit.jupiter.api.Test;

class VectorMathTest {

  private final SteeringVector a =
      vector("a", Map.of(0, new float[] {3, 4}, 1, new float[] {1, 0}));
  private final SteeringVector b =
      vector("b", Map.of(1, new float[] {1, 1}, 2, new float[] {0, 2}));

  private static SteeringVector vector(String name, Map<Integer, float[]> directions) {
    return new SteeringVector(name, 2, new TreeMap<>(directions), VectorMetadata.EMPTY);
  }

  @Test
  void aWeightedSumTakesAbsentLayersForZero() {
    SteeringVector sum = VectorMath.weightedSum("sum", List.of(new Term(2, a), new Term(-0.5, b)));
    assertEquals("sum", sum.name());
    assertEquals(Set.of(0, 1, 2), sum.directions().keySet());
    assertArrayEquals(new float[] {6, 8}, sum.direction(0));
    assertArrayEquals(new float[] {1.5f, -0.5f}, sum.direction(1));
    assertArrayEquals(new float[] {0, -1}, sum.direction(2));
    assertEquals("weighted sum: 2.0·a -0.5·b", sum.metadata().get(VectorMetadata.METHOD));
  }

  @Test
  void aSumKeepsTheMetadataOnWhichAllAgree() {
    VectorMetadata model = VectorMetadata.EMPTY.with(VectorMetadata.MODEL_ID, "small");
    SteeringVector sum =
        VectorMath.weightedSum(
            "sum",
            List.of(
                new Term(1, a.with(model.with(VectorMetadata.PAIR_COUNT, 50))),
                new Term(1, b.with(model.with(VectorMetadata.PAIR_COUNT, 20)))));
    assertEquals("small", sum.metadata().get(VectorMetadata.MODEL_ID));
    assertEquals("", sum.metadata().get(VectorMetadata.PAIR_COUNT));
  }

  @Test
  void vectorsOfOtherWidthsAreRefused() {
    SteeringVector wide =
        new SteeringVector("wide", 3, new TreeMap<>(Map.of(0, new float[3])), VectorMetadata.EMPTY);
    FaultException fault = assertThrows(FaultException.class, () -> VectorMath.projectOut(a, wide));
    assertEquals(
        "The vectors a and wide do not fit together: one is 2 wide, the other 3.",
        fault.getMessage());
    assertThrows(
        FaultException.class,
        () -> VectorMath.weightedSum("sum", List.of(new Term(1, a), new Term(1, wide))));
    assertThrows(FaultException.class, () -> VectorMath.weightedSum("sum", List.of()));
  }

  @Test
  void negationAndScaling() {
    assertArrayEquals(new float[] {-3, -4}, VectorMath.negate(a).direction(0));
    assertArrayEquals(new float[] {1.5f, 2}, VectorMath.scale(a, 0.5).direction(0));
    SteeringVector rescaled = VectorMath.rescale(a, Map.of(0, 10.0));
    assertArrayEquals(new float[] {30, 40}, rescaled.direction(0));
    assertArrayEquals(new float[] {1, 0}, rescaled.direction(1));
    assertArrayEquals(new float[] {0.6f, 0.8f}, VectorMath.unitNormalise(a).direction(0));
    assertEquals(2, VectorMath.withNorms(a, layer -> 2).norm(0), 1e-6);
  }

  @Test
  void aZeroDirectionStaysZero() {
    SteeringVector zero = vector("zero", Map.of(0, new float[2]));
    assertArrayEquals(new float[2], VectorMath.unitNormalise(zero).direction(0));
    assertArrayEquals(new float[] {3, 4}, VectorMath.projectOut(a, zero).direction(0));
  }

  @Test
  void whatIsProjectedOutIsGone() {
    SteeringVector rest = VectorMath.projectOut(a, b);
    assertArrayEquals(new float[] {3, 4}, rest.direction(0));
    assertArrayEquals(new float[] {0.5f, -0.5f}, rest.direction(1));
    assertEquals(0, VectorMath.cosine(rest.direction(1), b.direction(1)), 1e-12);
    assertEquals(Set.of(0, 1), rest.directions().keySet());
    assertEquals("a without b", rest.metadata().get(VectorMetadata.METHOD));
  }

  @Test
  void aParallelVectorProjectedOutLeavesNothingNotEvenRounding() {
    float[] direction = new float[64];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (float) Math.sin(i + 1) / 3;
    }
    SteeringVector whole =
        new SteeringVector("whole", 64, new TreeMap<>(Map.of(0, direction)), VectorMetadata.EMPTY);
    SteeringVector part = VectorMath.scale(whole, 0.7);
    assertArrayEquals(new float[64], VectorMath.projectOut(whole, part).direction(0));
    assertArrayEquals(new float[64], VectorMath.projectOut(part, whole).direction(0));
  }
}
