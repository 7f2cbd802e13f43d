package org.densesteer.ui.steering;

import java.util.Arrays;
import org.densesteer.steering.Positions;
import org.jspecify.annotations.Nullable;

/** Choices of positions, as the panel offers them. */
public enum Where {
  /** Prompt and response. */
  EVERYWHERE("everywhere", Positions.EVERYWHERE),
  /** The prompt alone. */
  PROMPT_ONLY("prompt only", Positions.PROMPT_ONLY),
  /** The response alone. */
  RESPONSE_ONLY("response only", Positions.RESPONSE_ONLY),
  /** The response from a reasoning step on, which is chosen beside it. */
  FROM_STEP("from step…", null);

  private final String label;
  private final @Nullable Positions positions;

  Where(String label, @Nullable Positions positions) {
    this.label = label;
    this.positions = positions;
  }

  /**
   * The positions themselves.
   *
   * @param step first reasoning step, from 1; only used by {@link #FROM_STEP}
   */
  public Positions positions(int step) {
    return positions == null ? Positions.fromStep(step) : positions;
  }

  /** The choice that gives these positions. */
  static Where of(Positions positions) {
    return Arrays.stream(values())
        .filter(where -> positions.equals(where.positions))
        .findFirst()
        .orElse(FROM_STEP);
  }

  /** The choice of this name; everywhere when there is none. */
  static Where named(String name) {
    return Arrays.stream(values())
        .filter(where -> where.name().equals(name))
        .findFirst()
        .orElse(EVERYWHERE);
  }

  @Override
  public String toString() {
    return label;
  }
}
