package org.densesteer.extraction;

/**
 * What is known of an extracted vector at one layer.
 *
 * @param layer 0-based decoder block
 * @param norm ‖v‖ there
 * @param cosineToPrevious cosine to the direction of the layer before; NaN for the first layer
 * @param agreement how well the pairs agree on the direction
 */
public record LayerReport(
    int layer, double norm, double cosineToPrevious, CrossValidation agreement) {}
