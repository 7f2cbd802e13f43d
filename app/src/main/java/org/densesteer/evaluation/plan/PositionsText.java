package org.densesteer.evaluation.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.steering.Positions;

/** Writes and reads steered positions: everywhere, prompt, response, step:3. */
public final class PositionsText {

  private static final Pattern STEP = Pattern.compile("step:([1-9][0-9]{0,5})");

  private PositionsText() {}

  /** A word for positions. */
  public static String of(Positions positions) {
    if (positions.fromStep() > 1) {
      return "step:" + positions.fromStep();
    }
    if (positions.prompt()) {
      return positions.response() ? "everywhere" : "prompt";
    }
    return "response";
  }

  /**
   * The positions of a word.
   *
   * @throws FaultException when it is none
   */
  public static Positions parse(String word) {
    Matcher step = STEP.matcher(word);
    if (step.matches()) {
      return Positions.fromStep(Integer.parseInt(step.group(1)));
    }
    return switch (word) {
      case "everywhere" -> Positions.EVERYWHERE;
      case "prompt" -> Positions.PROMPT_ONLY;
      case "response" -> Positions.RESPONSE_ONLY;
      default ->
          throw new FaultException(
              "“%s” is none of everywhere, prompt, response and step:K.".formatted(word));
    };
  }
}
