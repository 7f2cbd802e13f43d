package org.densesteer.evaluation.placebo;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.Fingerprint;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;

/** What a placebo adds to the hidden states in place of a given steering. */
public final class PlaceboSteering {

  private PlaceboSteering() {}

  /**
   * The steering of a placebo: the same layer, strength, positions, operator and gate, another
   * direction (or, for a flip, the opposite strength; for the ungated one, no gate).
   *
   * @param steering what the placebo stands in for
   * @param seed decides the random directions, together with layer and draw
   * @return one steering; none for {@link PlaceboKind#CONCISE}
   * @throws FaultException when the vector lacks the other layer or the control
   */
  public static List<Steering> of(Placebo placebo, Steering steering, long seed) {
    return switch (placebo.kind()) {
      case RANDOM ->
          List.of(with(steering, placebo, random(steering, seed, placebo.number()), seed));
      case SHUFFLED -> List.of(with(steering, placebo, shuffled(steering, placebo), seed));
      case LAYER ->
          List.of(with(steering, placebo, steering.vector().direction(placebo.number()), seed));
      case FLIP ->
          List.of(
              new Steering(
                  steering.vector(),
                  steering.layer(),
                  -steering.strength(),
                  steering.positions(),
                  steering.operator(),
                  steering.gate()));
      case CONCISE -> List.of();
      case UNGATED -> List.of(steering.gated(Gate.CONSTANT));
    };
  }

  /**
   * The control that the vector carries.
   *
   * @throws FaultException when it carries none, or too few
   */
  private static float[] shuffled(Steering steering, Placebo placebo) {
    SteeringVector vector = steering.vector();
    int draws = vector.shuffled().size();
    if (draws == 0) {
      throw new FaultException(
          Texts.of(
              "The pairs of the vector %s are not known, so there is no shuffled-pair control; vectors extracted here carry theirs.",
              vector.name()));
    }
    if (placebo.number() > draws) {
      throw new FaultException(
          Texts.of(
              "The vector %s carries %d shuffled-pair controls; there is no control %d.",
              vector.name(), draws, placebo.number()));
    }
    float[] direction = vector.shuffled().get(placebo.number() - 1).get(steering.layer());
    if (direction == null) {
      throw new FaultException(
          Texts.of(
              "The shuffled-pair controls of the vector %s have no layer %d.",
              vector.name(), steering.layer()));
    }
    return direction;
  }

  /** A copy with another direction, scaled to the norm of the one it replaces. */
  private static Steering with(Steering steering, Placebo placebo, float[] direction, long seed) {
    int layer = steering.layer();
    SteeringVector vector = steering.vector();
    float[] scaled = scaled(direction, vector.norm(layer));
    SteeringVector replaced =
        new SteeringVector(
            vector.name() + " (" + placebo.name() + ", seed " + seed + ")",
            vector.hiddenSize(),
            new TreeMap<>(Map.of(layer, scaled)),
            vector.metadata());
    return new Steering(
        replaced,
        layer,
        steering.strength(),
        steering.positions(),
        steering.operator(),
        steering.gate());
  }

  /** Independent normal values: a direction uniform on the sphere. */
  private static float[] random(Steering steering, long seed, int draw) {
    String digest =
        new Fingerprint()
            .add("random direction")
            .add(Long.toString(seed))
            .add(Integer.toString(steering.layer()))
            .add(Integer.toString(draw))
            .hex();
    Random random = new Random(Long.parseUnsignedLong(digest.substring(0, 16), 16));
    float[] direction = new float[steering.vector().hiddenSize()];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (float) random.nextGaussian();
    }
    return direction;
  }

  private static float[] scaled(float[] direction, double norm) {
    double present = SteeringVector.norm(direction);
    double factor = present == 0 ? 0 : norm / present;
    float[] scaled = new float[direction.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (direction[i] * factor);
    }
    return scaled;
  }
}
