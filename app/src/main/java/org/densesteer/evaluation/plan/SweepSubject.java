package org.densesteer.evaluation.plan;

import org.densesteer.evaluation.Fingerprint;
import org.densesteer.steering.SteeringVector;

/**
 * What is swept, by content.
 *
 * @param model fingerprint of the checkpoint
 * @param precision arithmetic in use
 * @param vector fingerprint of the directions, see {@link #fingerprint}
 * @param problems fingerprint of the whole problem set, before any split
 */
public record SweepSubject(String model, String precision, String vector, String problems) {

  /** SHA-256 over every layer and the exact bits of its direction; 64 hexadecimal digits. */
  public static String fingerprint(SteeringVector vector) {
    Fingerprint fingerprint = new Fingerprint();
    vector
        .directions()
        .forEach((layer, values) -> fingerprint.add(Integer.toString(layer)).add(values));
    return fingerprint.hex();
  }
}
