package org.densesteer.ui.steering;

import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.settings.Source;

/**
 * A vector and where it came from.
 *
 * @param source where it was opened from
 * @param vector its directions
 */
public record VectorInUse(Source source, SteeringVector vector) {}
