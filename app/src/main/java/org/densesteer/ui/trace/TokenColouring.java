package org.densesteer.ui.trace;

import org.densesteer.generation.TokenEvent;

/** What the colour behind a token tells. */
public enum TokenColouring {
  /** Nothing. */
  NONE("No colour", "", "", "", 1),
  /** −ln p under the unsteered model. */
  NLL("NLL", "nats, unsteered model", "0", "≥ 4", 4),
  /** KL(arm ‖ unsteered). */
  KL("KL", "nats, arm from unsteered", "0", "≥ 1", 1),
  /** Cosine between hidden state and direction. */
  ALIGNMENT("Alignment", "cosine with the vector", "≤ −0.5", "≥ 0.5", 0.5);

  /** Shades from faint to strong on either side of nothing. */
  public static final int SHADES = 8;

  private final String title;
  private final String unit;
  private final String low;
  private final String high;
  private final double full;

  TokenColouring(String title, String unit, String low, String high, double full) {
    this.title = title;
    this.unit = unit;
    this.low = low;
    this.high = high;
    this.full = full;
  }

  /** What it is called in the menu. */
  public String title() {
    return title;
  }

  /** Unit of the value. */
  public String unit() {
    return unit;
  }

  /** What the legend's low end is marked with. */
  String low() {
    return low;
  }

  /** What the legend's high end is marked with. */
  String high() {
    return high;
  }

  /** Whether values below zero have shades of their own. */
  boolean diverging() {
    return this == ALIGNMENT;
  }

  /** The token's value; NaN when there is none. */
  public double value(TokenEvent token) {
    return switch (this) {
      case NONE -> Double.NaN;
      case NLL -> token.nll();
      case KL -> token.kl();
      case ALIGNMENT -> token.alignment();
    };
  }

  /** The token's shade, from −{@link #SHADES} to {@link #SHADES}; 0 is no shade at all. */
  public int shade(TokenEvent token) {
    double value = value(token);
    if (Double.isNaN(value)) {
      return 0;
    }
    long shade = Math.round(value / full * SHADES);
    return (int) Math.max(diverging() ? -SHADES : 0, Math.min(SHADES, shade));
  }
}
