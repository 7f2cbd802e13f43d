package org.densesteer.generation;

import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFiles;

/** The embedded sample model and its vector, which are there wherever the project is. */
public final class SampleSession {

  private SampleSession() {}

  public static ModelSession open() {
    return ModelSession.open(
        EmbeddedFiles.sampleModel(), Precision.FLOAT32, Progress.NONE, new Cancellation());
  }

  public static SteeringVector vector() {
    return VectorFiles.read(EmbeddedFiles.sampleVector()).vector();
  }

  public static Steering steering(int layer, double strength, Positions positions) {
    return new Steering(vector(), layer, strength, positions, Operator.ADD);
  }

  /** The greedy answer of one arm in lock step. */
  public static Trace answer(
      ModelSession session, Prompt prompt, List<Steering> steerings, int most) {
    GenerationRequest request =
        new GenerationRequest(
            prompt, List.of(new Arm("arm", steerings)), Sampling.GREEDY, most, false);
    return session.run(request, RunListener.NONE, new RunControl()).join().get(0);
  }
}
