package org.densesteer.steering;

/**
 * Which positions are steered.
 *
 * @param prompt whether the prompt's positions are
 * @param response whether the response's positions are
 * @param fromStep first reasoning step, counted from 1, whose positions are; at most 1 for all
 */
public record Positions(boolean prompt, boolean response, int fromStep) {

  /** Prompt and response: the paper's setting and the default. */
  public static final Positions EVERYWHERE = new Positions(true, true, 1);

  /** The prompt alone. */
  public static final Positions PROMPT_ONLY = new Positions(true, false, 1);

  /** The response alone. */
  public static final Positions RESPONSE_ONLY = new Positions(false, true, 1);

  /** The response from reasoning step {@code step} on, counted from 1. */
  public static Positions fromStep(int step) {
    return new Positions(false, true, step);
  }

  /** Whether a response position that belongs to reasoning step {@code step} is steered. */
  public boolean atStep(int step) {
    return response && step >= fromStep;
  }
}
