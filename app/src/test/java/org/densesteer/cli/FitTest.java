package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;

class FitTest {

  @Test
  void aVectorOfTheModelsShapePasses() {
    Steering steering = steering(4, 2);
    assertSame(steering, Fit.checked(steering, model(4, 3)));
  }

  @Test
  void anotherWidthIsNamedWithBothNumbers() {
    FaultException fault =
        assertThrows(FaultException.class, () -> Fit.checked(steering(4, 2), model(8, 3)));
    assertEquals(
        "The vector v is 4 wide, but the hidden states of tiny are 8 wide.", fault.getMessage());
  }

  @Test
  void aLayerBeyondTheModelIsNamed() {
    FaultException fault =
        assertThrows(FaultException.class, () -> Fit.checked(steering(4, 3), model(4, 3)));
    assertEquals(
        "The model tiny has layers 0 to 2, so there is no layer 3 to steer.", fault.getMessage());
  }

  private static Steering steering(int width, int layer) {
    SteeringVector vector =
        new SteeringVector(
            "v", width, new TreeMap<>(Map.of(layer, new float[width])), VectorMetadata.EMPTY);
    return Steering.everywhere(vector, layer, 1);
  }

  private static ModelInfo model(int width, int layers) {
    return new ModelInfo(
        "tiny", Path.of("tiny"), "qwen2", layers, width, 90, 1, 1, "float32", "asked", "0", 512);
  }
}
