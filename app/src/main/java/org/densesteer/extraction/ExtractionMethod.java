package org.densesteer.extraction;

/** How the differences of all pairs become one direction for each layer. */
public enum ExtractionMethod {
  /** The mean of the differences: DenseSteer's choice. */
  MEAN_DIFFERENCE("mean", "mean difference"),
  /** Their first principal component; see {@link PrincipalComponent}. */
  PCA("pca", "first principal component");

  private final String id;
  private final String words;

  ExtractionMethod(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** How the command line calls it. */
  public String id() {
    return id;
  }

  /** How a person calls it. */
  public String words() {
    return words;
  }

  /** The direction at one 0-based decoder block, not normalised. */
  public float[] direction(PairDifferences differences, int layer) {
    return this == MEAN_DIFFERENCE
        ? differences.mean(layer)
        : PrincipalComponent.of(differences, layer);
  }
}
