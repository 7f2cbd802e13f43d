package org.densesteer.ui.steering;

import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.settings.Source;

/**
 * A vector and where it came from.
 *
 * @param source where it was opened from
 * @param vector its directions
 */
public record VectorInUse(Source source, SteeringVector vector) {

  /** The same after the file of that key was given another name. */
  VectorInUse renamed(String key, Source after) {
    return source.key().equals(key) ? new VectorInUse(after, vector.renamed(after.name())) : this;
  }
}
