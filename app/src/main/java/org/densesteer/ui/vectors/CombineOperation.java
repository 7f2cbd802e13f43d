package org.densesteer.ui.vectors;

/** Ways to make a vector of others. */
enum CombineOperation {
  /** Σ wᵢ·vᵢ. */
  SUM("Weighted sum", "Adds the vectors, each times its weight, at every layer."),
  /** v − (v·û)·û. */
  PROJECT_OUT(
      "Projection out",
      "Takes out of the first vector what it has in common with the second, layer by layer."),
  /** −v. */
  NEGATE("Negation", "Points the other way at every layer, as long as before."),
  /** A factor for each layer. */
  RESCALE("Rescale by layer", "Multiplies each layer by a factor of its own.");

  private final String label;
  private final String explanation;

  CombineOperation(String label, String explanation) {
    this.label = label;
    this.explanation = explanation;
  }

  /** What it does, one sentence. */
  String explanation() {
    return explanation;
  }

  /** How many vectors it takes at least. */
  int operands() {
    return this == PROJECT_OUT ? 2 : 1;
  }

  @Override
  public String toString() {
    return label;
  }
}
