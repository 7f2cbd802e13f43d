package org.densesteer.model.decoder;

import org.jspecify.annotations.Nullable;

/**
 * A place in the decoder where hidden states are changed: the output of one block, after its
 * residual addition.
 *
 * @param layer 0-based decoder block
 * @param operator what is done there
 * @param directions for every row a direction of hidden-size values, or null for none
 * @param strengths for every row the strength λ at each position of the call; 0 leaves a position
 *     as it was. For {@link SiteOperator#ABLATE} 1 means on.
 */
public record Site(
    int layer, SiteOperator operator, float @Nullable [][] directions, float[][] strengths) {}
