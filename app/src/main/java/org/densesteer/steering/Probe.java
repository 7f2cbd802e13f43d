package org.densesteer.steering;

import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * A direction that hidden states are compared with.
 *
 * @param vector holds it
 * @param layer 0-based decoder block behind which hidden states are looked at; the vector has it
 */
public record Probe(SteeringVector vector, int layer) {

  /** Checks that the vector has the layer. */
  public Probe {
    if (SteeringVector.norm(vector.direction(layer)) == 0) {
      throw new FaultException(
          Texts.of(
              "The probe %s is zero at layer %d, so no hidden state has a cosine with it.",
              vector.name(), layer));
    }
  }

  /** The direction; treat it as read-only. */
  public float[] direction() {
    return vector.direction(layer);
  }

  /** Such as {@code refusal@3}. */
  public String text() {
    return vector.name() + "@" + layer;
  }
}
