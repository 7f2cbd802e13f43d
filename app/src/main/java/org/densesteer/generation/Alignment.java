package org.densesteer.generation;

/**
 * How a text's hidden states lie to a vector.
 *
 * @param promptLength how many of the positions are the prompt's
 * @param tokenIds the token that is read at each position
 * @param cosines {@code [layers][positions]}: cosine between the output of decoder block ℓ at a
 *     position, steering included, and the vector's direction at that layer; NaN at layers that the
 *     vector lacks. Treat it as read-only.
 */
public record Alignment(int promptLength, int[] tokenIds, float[][] cosines) {

  /** How many positions there are. */
  public int positions() {
    return tokenIds.length;
  }

  /** How many decoder blocks there are. */
  public int layers() {
    return cosines.length;
  }
}
