package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;

class SiteBuilderTest {

  private static final int LAYER = 2;

  /** The second token of an answer, the first that is steered. */
  private static TokenEvent steered(ModelSession session, SteeringVector vector, Operator how) {
    Steering steering = new Steering(vector, LAYER, 20, Positions.RESPONSE_ONLY, how);
    GenerationRequest request =
        new GenerationRequest(
            session.rawPrompt("Anna has 12 apples."),
            List.of(Arm.steered(steering)),
            Sampling.GREEDY,
            2,
            true);
    return session.run(request, RunListener.NONE, new RunControl()).join().get(0).tokens().get(1);
  }

  private static SteeringVector anyVector(int width) {
    Random random = new Random(3);
    float[] direction = new float[width];
    for (int i = 0; i < width; i++) {
      direction[i] = (float) random.nextGaussian();
    }
    return new SteeringVector(
        "any", width, new TreeMap<>(Map.of(LAYER, direction)), VectorMetadata.EMPTY);
  }

  /**
   * Every answer begins with the same unsteered token, so that the same h meets the same v, and
   * what the decoder measured ties the operators together: with a = cos(h, v) and p = λ‖v‖/‖h‖,
   * adding moves h by p of its norm and leaves cos(h′, v) = (a + p)/n, where n = ‖h + λv‖/‖h‖ = √(1
   * + 2ap + p²); the same direction at the old norm lies √(2 − 2(1 + ap)/n) from h; ablating moves
   * it by |a| and leaves nothing along v.
   */
  @Test
  void everyOperatorDoesInTheDecoderWhatItsFormulaSays() {
    try (ModelSession session =
        ModelSession.open(
            EmbeddedFiles.sampleModel(), Precision.FLOAT32, Progress.NONE, new Cancellation())) {
      SteeringVector vector = anyVector(session.info().hiddenSize());
      TokenEvent add = steered(session, vector, Operator.ADD);
      TokenEvent keep = steered(session, vector, Operator.ADD_KEEP_NORM);
      TokenEvent ablate = steered(session, vector, Operator.ABLATE);

      double p = add.push();
      assertTrue(p > 0.1 && ablate.push() > 0.001, "pushes " + p + ", " + ablate.push());
      double a =
          Math.abs(alignment(ablate.push(), p) - add.alignment())
                  < Math.abs(alignment(-ablate.push(), p) - add.alignment())
              ? ablate.push()
              : -ablate.push();
      double n = Math.sqrt(1 + 2 * a * p + p * p);
      assertEquals(alignment(a, p), add.alignment(), 1e-4);
      assertEquals(add.alignment(), keep.alignment(), 1e-5);
      assertEquals(Math.sqrt(2 - 2 * (1 + a * p) / n), keep.push(), 1e-4);
      assertEquals(0, ablate.alignment(), 1e-5);
    }
  }

  private static double alignment(double a, double p) {
    return (a + p) / Math.sqrt(1 + 2 * a * p + p * p);
  }
}
