package org.densesteer.evaluation.placebo;

/** Kinds of placebo. */
public enum PlaceboKind {
  /** A random direction of the vector's norm; numbered draws. */
  RANDOM("random", true),
  /**
   * The vector that the same pairs give when the labels of half of them are exchanged, scaled to
   * the norm it replaces; numbered draws.
   */
  SHUFFLED("shuffled", true),
  /** The vector with the opposite sign. */
  FLIP("flip", false),
  /** The vector's direction of another decoder block, scaled to the norm it replaces. */
  LAYER("layer", true),
  /** No vector; the prompt asks for concise, merged steps instead. */
  CONCISE("concise", false),
  /** The same vector with the same strength, which no gate changes. */
  UNGATED("ungated", false);

  private final String word;
  private final boolean numbered;

  PlaceboKind(String word, boolean numbered) {
    this.word = word;
    this.numbered = numbered;
  }

  /** How it is written on the command line and in files. */
  public String word() {
    return word;
  }

  /** Whether its number is one of several draws by lot. */
  public boolean drawn() {
    return this == RANDOM || this == SHUFFLED;
  }

  /** Whether a number belongs to it: a draw, or a 0-based decoder block. */
  public boolean numbered() {
    return numbered;
  }
}
