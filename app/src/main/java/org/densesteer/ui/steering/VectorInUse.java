package org.densesteer.ui.steering;

import org.densesteer.steering.SteeringVector;

/**
 * A vector and where it came from.
 *
 * @param source where it was opened from
 * @param vector its directions
 */
public record VectorInUse(VectorSource source, SteeringVector vector) {}
