package org.densesteer.evaluation.strip;

/**
 * One place of a strip.
 *
 * @param layer 0-based decoder block
 * @param strength λ
 * @param push ‖λv‖ / mean‖h_ℓ‖; over several questions the mean of their pushes
 */
public record StripCell(int layer, double strength, double push) {}
