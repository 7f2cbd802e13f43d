package org.densesteer.evaluation.strip;

/**
 * How far a layer can be pushed before its answers break.
 *
 * @param layer 0-based decoder block
 * @param whole the largest push that was seen to leave the answers whole with all below it; 0 when
 *     even the smallest one tried breaks them
 * @param broken the smallest push that was seen to break them; NaN when none up to the largest did
 * @param strength λ of {@code whole}
 */
public record Edge(int layer, double whole, double broken, double strength) {}
