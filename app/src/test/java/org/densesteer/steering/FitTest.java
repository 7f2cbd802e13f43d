package org.densesteer.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;

class FitTest {

  private static final SteeringVector VECTOR =
      new SteeringVector(
          "v", 4, new TreeMap<>(Map.of(1, new float[4], 3, new float[4])), VectorMetadata.EMPTY);

  @Test
  void aVectorFitsTheModelThatHasItsWidthAndItsLayers() {
    assertEquals(Optional.empty(), Fit.obstacle(VECTOR, "m", 4, 4));
    assertEquals(Optional.empty(), Fit.obstacle(VECTOR, "m", 28, 4));
    Fit.require(VECTOR, "m", 4, 4);
  }

  @Test
  void anotherWidthOrALayerTooManyIsToldInOneSentence() {
    assertEquals(
        "The vector v, 4 wide and up to layer 3, does not fit the model m, 8 wide and up to layer 3;"
            + " choose a vector made for this model.",
        Fit.obstacle(VECTOR, "m", 4, 8).orElseThrow());
    FaultException fault = assertThrows(FaultException.class, () -> Fit.require(VECTOR, "m", 3, 4));
    assertEquals(
        "The vector v, 4 wide and up to layer 3, does not fit the model m, 4 wide and up to layer 2;"
            + " choose a vector made for this model.",
        fault.getMessage());
  }
}
