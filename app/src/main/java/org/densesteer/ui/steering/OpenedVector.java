package org.densesteer.ui.steering;

import java.util.List;
import org.densesteer.steering.SteeringVector;

/**
 * A vector that was read.
 *
 * @param vector its directions
 * @param warnings complete sentences about what a person should know before using it
 */
public record OpenedVector(SteeringVector vector, List<String> warnings) {}
