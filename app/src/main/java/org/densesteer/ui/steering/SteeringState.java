package org.densesteer.ui.steering;

import org.densesteer.steering.Operator;
import org.densesteer.ui.vector.VectorInUse;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be undone in the steering panel.
 *
 * @param vector the vector in use; null before there is one
 * @param layer 0-based decoder block
 * @param strength λ
 * @param where which positions
 * @param fromStep first reasoning step steered, from 1
 * @param operator how the direction meets the hidden state
 */
public record SteeringState(
    @Nullable VectorInUse vector,
    int layer,
    double strength,
    Where where,
    int fromStep,
    Operator operator) {}
