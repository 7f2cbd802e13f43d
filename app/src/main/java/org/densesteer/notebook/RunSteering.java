package org.densesteer.notebook;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.densesteer.evaluation.plan.SweepSubject;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;

/**
 * One vector at work in a run.
 *
 * @param vector what the vector was called
 * @param vectorHash SHA-256 over its layers and values, 64 hexadecimal digits
 * @param layer 0-based decoder block
 * @param strength λ
 * @param positions which positions were steered
 * @param operator how the direction met the hidden state
 * @param gate how the strength followed the answer
 */
public record RunSteering(
    String vector,
    String vectorHash,
    int layer,
    double strength,
    Positions positions,
    Operator operator,
    RunGate gate) {

  /** A slider that moves while an answer grows names the same vector again and again. */
  private static final Map<SteeringVector, String> HASHES =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** What is recorded of a steering. */
  public static RunSteering of(Steering steering) {
    return new RunSteering(
        steering.vector().name(),
        hash(steering.vector()),
        steering.layer(),
        steering.strength(),
        steering.positions(),
        steering.operator(),
        RunGate.of(steering.gate()));
  }

  /** What it calls its vector. */
  public RunVector named() {
    return new RunVector(vector, vectorHash);
  }

  /** How records name a vector whose name may change. */
  public static String hash(SteeringVector vector) {
    return HASHES.computeIfAbsent(vector, SweepSubject::fingerprint);
  }

  /** What is recorded of steerings that work together. */
  public static List<RunSteering> all(List<Steering> steerings) {
    return steerings.stream().map(RunSteering::of).toList();
  }
}
