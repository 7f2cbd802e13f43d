package org.densesteer.steering;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * Which positions are steered.
 *
 * @param prompt whether the prompt's positions are
 * @param response whether the response's positions are
 * @param fromStep first reasoning step, counted from 1, whose positions are; at most 1 for all
 */
public record Positions(boolean prompt, boolean response, int fromStep) {

  private static final Pattern STEP = Pattern.compile("(?:step:|from_step_)([1-9][0-9]{0,5})");

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

  /** How files and the command line call them: everywhere, prompt, response, step:3. */
  public String id() {
    if (fromStep > 1) {
      return "step:" + fromStep;
    }
    if (prompt) {
      return response ? "everywhere" : "prompt";
    }
    return "response";
  }

  /** The positions of an {@link #id()}, or of the words that older files use; empty for others. */
  public static Optional<Positions> named(String id) {
    Matcher step = STEP.matcher(id);
    if (step.matches()) {
      return Optional.of(fromStep(Integer.parseInt(step.group(1))));
    }
    return switch (id) {
      case "everywhere", "all" -> Optional.of(EVERYWHERE);
      case "prompt", "prompt_only" -> Optional.of(PROMPT_ONLY);
      case "response", "response_only" -> Optional.of(RESPONSE_ONLY);
      default -> Optional.empty();
    };
  }

  /**
   * The positions of such a word.
   *
   * @throws FaultException when there are none
   */
  public static Positions parse(String id) {
    return named(id)
        .orElseThrow(
            () ->
                new FaultException(
                    Texts.of("“%s” is none of everywhere, prompt, response and step:K.", id)));
  }

  /** How a person calls them: prompt and response, prompt only, response from step 3 on. */
  public String words() {
    if (prompt) {
      return response ? "prompt and response" : "prompt only";
    }
    return fromStep > 1 ? "response from step " + fromStep + " on" : "response only";
  }

  /** Whether a response position that belongs to reasoning step {@code step} is steered. */
  public boolean atStep(int step) {
    return response && step >= fromStep;
  }
}
