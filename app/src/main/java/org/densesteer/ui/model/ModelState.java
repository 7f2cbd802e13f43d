package org.densesteer.ui.model;

/** How far a model has come. */
public enum ModelState {
  /** None is loaded. */
  NONE("no model"),
  /** One is being loaded. */
  LOADING("loading"),
  /** One is loaded. */
  READY("ready"),
  /** The last one could not be loaded, and there is none from before. */
  FAILED("not loaded");

  private final String words;

  ModelState(String words) {
    this.words = words;
  }

  /** The state in words, for a person. */
  public String words() {
    return words;
  }
}
