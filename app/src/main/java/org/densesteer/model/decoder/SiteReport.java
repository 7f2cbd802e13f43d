package org.densesteer.model.decoder;

/**
 * What a site really did at the last position of a call, measured on the hidden states.
 *
 * @param layer its 0-based decoder block
 * @param change ‖h′ − h‖ / ‖h‖ for every row
 * @param alignment cosine between h′ and the row's direction; NaN for a row without one
 */
public record SiteReport(int layer, float[] change, float[] alignment) {}
