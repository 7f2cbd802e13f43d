package org.densesteer.extraction;

/**
 * How a vector is made of pairs.
 *
 * @param reading where the hidden states are read
 * @param method how the differences become a direction
 * @param normalised whether every direction is scaled to length 1
 */
public record ExtractionRecipe(Reading reading, ExtractionMethod method, boolean normalised) {

  /** DenseSteer's: last token, mean difference, not normalised. */
  public static final ExtractionRecipe PAPER =
      new ExtractionRecipe(Reading.LAST_TOKEN, ExtractionMethod.MEAN_DIFFERENCE, false);

  /** In a few words, as files say it. */
  public String words() {
    return method.words() + ", " + reading.words() + (normalised ? ", unit length" : "");
  }
}
