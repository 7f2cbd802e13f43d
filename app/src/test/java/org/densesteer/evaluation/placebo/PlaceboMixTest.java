package org.densesteer.evaluation.placebo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMath;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;

class PlaceboMixTest {

  private static final int WIDTH = 300;
  private static final SteeringVector ONE = vector("one", 1, 2, 3);
  private static final SteeringVector OTHER = vector("other", -4, 2);

  private static SteeringVector vector(String name, float sign, int... layers) {
    TreeMap<Integer, float[]> directions = new TreeMap<>();
    for (int layer : layers) {
      float[] direction = new float[WIDTH];
      for (int i = 0; i < WIDTH; i++) {
        direction[i] = sign * ((i * layer) % 5 + 1);
      }
      directions.put(layer, direction);
    }
    return new SteeringVector(name, WIDTH, directions, VectorMetadata.EMPTY);
  }

  private static Steering at(SteeringVector vector, int layer, double strength, Operator operator) {
    return new Steering(vector, layer, strength, Positions.EVERYWHERE, operator);
  }

  private static List<Steering> placebo(String name, Steering... mix) {
    return PlaceboMix.of(Placebo.named(name), List.of(mix), 5);
  }

  private static double cosine(Steering a, Steering b) {
    return VectorMath.cosine(a.vector().direction(a.layer()), b.vector().direction(b.layer()));
  }

  @Test
  void oneVectorAloneGetsThePlaceboThatASweepGivesIt() {
    Steering alone = at(ONE, 2, 1.5, Operator.ADD);
    for (String name : List.of("random-2", "flip", "layer-3")) {
      assertEquals(PlaceboSteering.of(Placebo.named(name), alone, 5), placebo(name, alone), name);
    }
  }

  @Test
  void everyVectorIsFlipped() {
    List<Steering> flipped =
        placebo("flip", at(ONE, 3, 1.5, Operator.ADD), at(OTHER, 2, -2, Operator.ADD_KEEP_NORM));
    assertEquals(
        List.of(at(ONE, 3, -1.5, Operator.ADD), at(OTHER, 2, 2, Operator.ADD_KEEP_NORM)), flipped);
  }

  @Test
  void aRandomPushIsAsLongAsTheSumThatItReplaces() {
    List<Steering> random =
        placebo("random-1", at(ONE, 2, 1.5, Operator.ADD), at(OTHER, 2, 0.25, Operator.ADD));
    assertEquals(1, random.size());
    Steering push = random.get(0);
    // 1.5·v − 4·0.25·v, where v is the direction of the first
    assertEquals(0.5 * ONE.norm(2), push.strength() * push.vector().norm(2), 1e-3);
    assertTrue(Math.abs(cosine(push, at(ONE, 2, 1, Operator.ADD))) < 0.25);
  }

  @Test
  void everyLayerDrawsItsOwnDirection() {
    List<Steering> random =
        placebo("random-1", at(ONE, 3, 1.5, Operator.ADD), at(OTHER, 2, 2, Operator.ADD));
    assertEquals(List.of(3, 2), random.stream().map(Steering::layer).toList());
    assertTrue(Math.abs(cosine(random.get(0), random.get(1))) < 0.25);
    assertEquals(OTHER.norm(2), random.get(1).vector().norm(2), 1e-3);
  }

  @Test
  void otherOperatorsAtOneLayerStayApart() {
    List<Steering> random =
        placebo("random-1", at(ONE, 2, 1, Operator.ABLATE), at(OTHER, 2, 1, Operator.ABLATE));
    assertEquals(2, random.size());
    assertTrue(Math.abs(cosine(random.get(0), random.get(1))) < 0.25);
    float[] again =
        placebo("random-1", at(ONE, 2, 1, Operator.ABLATE), at(OTHER, 2, 1, Operator.ABLATE))
            .get(1)
            .vector()
            .direction(2);
    assertArrayEquals(random.get(1).vector().direction(2), again);
  }

  @Test
  void aVectorWithoutTheLayerIsNamed() {
    FaultException fault =
        assertThrows(
            FaultException.class,
            () -> placebo("layer-3", at(ONE, 2, 1, Operator.ADD), at(OTHER, 2, 1, Operator.ADD)));
    assertTrue(fault.getMessage().contains("other has no layer 3"), fault.getMessage());
  }

  @Test
  void thePromptOnlyArmHasNoVector() {
    assertEquals(List.of(), placebo("concise", at(ONE, 2, 1, Operator.ADD)));
  }
}
