package org.densesteer.evaluation.plan;

/** By what the best cell is chosen; degenerate cells are never chosen. */
public enum ChoiceRule {
  /**
   * The highest accuracy; among equals the highest density, then the smaller strength in size, then
   * the lower layer.
   */
  ACCURACY,
  /**
   * The highest density among cells whose accuracy is at most 5 points below the baseline's; among
   * equals the highest accuracy, then the smaller strength in size, then the lower layer.
   */
  DENSITY
}
