package org.densesteer.ui.steering;

import org.densesteer.steering.Positions;

/** Choices of positions, as the panel offers them. */
public enum Where {
  /** Prompt and response. */
  EVERYWHERE("everywhere"),
  /** The prompt alone. */
  PROMPT_ONLY("prompt only"),
  /** The response alone. */
  RESPONSE_ONLY("response only"),
  /** The response from a reasoning step on. */
  FROM_STEP("from step…");

  private final String label;

  Where(String label) {
    this.label = label;
  }

  /**
   * The positions themselves.
   *
   * @param step first reasoning step, from 1; only used by {@link #FROM_STEP}
   */
  public Positions positions(int step) {
    return switch (this) {
      case EVERYWHERE -> Positions.EVERYWHERE;
      case PROMPT_ONLY -> Positions.PROMPT_ONLY;
      case RESPONSE_ONLY -> Positions.RESPONSE_ONLY;
      case FROM_STEP -> Positions.fromStep(step);
    };
  }

  /** The choice that gives these positions. */
  static Where of(Positions positions) {
    if (positions.fromStep() > 1) {
      return FROM_STEP;
    }
    if (positions.prompt()) {
      return positions.response() ? EVERYWHERE : PROMPT_ONLY;
    }
    return RESPONSE_ONLY;
  }

  /** The choice of this name; everywhere when there is none. */
  static Where named(String name) {
    for (Where where : values()) {
      if (where.name().equals(name)) {
        return where;
      }
    }
    return EVERYWHERE;
  }

  @Override
  public String toString() {
    return label;
  }
}
