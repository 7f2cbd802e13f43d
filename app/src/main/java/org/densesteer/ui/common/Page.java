package org.densesteer.ui.common;

/** What the window can be used for, in the order of the switch. */
public enum Page {
  /** Answers side by side. */
  COMPARE("Compare", "Baseline and steered answer side by side (Ctrl+1)"),
  /** Layers and strengths on a problem set. */
  SWEEP("Sweep", "Layers and strengths on a set of problems (Ctrl+2)"),
  /** Pairs, and the vector made of them. */
  EXTRACT("Extract", "Make a vector of contrastive pairs (Ctrl+3)"),
  /** Vectors that are kept. */
  VECTORS("Vectors", "The library of vectors (Ctrl+4)"),
  /** Runs that were made. */
  NOTEBOOK("Notebook", "Every run that was made (Ctrl+5 or Ctrl+H)");

  private final String title;
  private final String tip;

  Page(String title, String tip) {
    this.title = title;
    this.tip = tip;
  }

  /** Name in the switch. */
  public String title() {
    return title;
  }

  public String tip() {
    return tip;
  }
}
