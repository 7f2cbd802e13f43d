package org.densesteer.model.decoder;

import org.jspecify.annotations.Nullable;

/**
 * A place in the decoder where hidden states are changed: the output of one block, after its
 * residual addition.
 *
 * @param layer 0-based decoder block
 * @param operator what is done there to a hidden state h: {@link #ADD}, {@link #ADD_KEEP_NORM},
 *     {@link #ABLATE} or {@link #READ}
 * @param directions for every row a direction v of hidden-size values, or null for none
 * @param strengths for every row the strength λ at each position of the call; 0 leaves a position
 *     as it was. For {@link #ABLATE} 1 means on.
 */
public record Site(int layer, int operator, float @Nullable [][] directions, float[][] strengths) {

  /** h + λ·v. */
  public static final int ADD = 0;

  /** h + λ·v, scaled back to ‖h‖. */
  public static final int ADD_KEEP_NORM = 1;

  /** h − λ·(h·v̂)·v̂. */
  public static final int ABLATE = 2;

  /** h as it is, with strengths of 0: only the report is wanted. */
  public static final int READ = 3;
}
