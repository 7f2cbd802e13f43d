package org.densesteer.ui.stage;

import java.util.List;
import java.util.function.ToIntFunction;
import org.densesteer.common.WhiteSpace;
import org.densesteer.generation.TokenEvent;
import org.densesteer.metrics.StepMeasures;
import org.densesteer.notebook.RunArm;

/**
 * How many tokens the text of a step has, without the model: what was recorded of the whole step,
 * and the tokens that wrote it so far while it grows.
 */
final class RecordedCounts implements ToIntFunction<String> {

  private final List<StepMeasures> steps;
  private final List<TokenEvent> tokens;

  RecordedCounts(RunArm arm) {
    steps = arm.figures().measures().perStep();
    tokens = arm.answer().tokens();
  }

  @Override
  public int applyAsInt(String text) {
    return steps.stream()
        .filter(step -> step.step().text().equals(text))
        .findFirst()
        .map(StepMeasures::tokens)
        .orElseGet(() -> written(text));
  }

  private int written(String text) {
    return steps.stream()
        .filter(step -> step.step().text().startsWith(text))
        .findFirst()
        .map(step -> written(step, text.length()))
        .orElse(0);
  }

  private int written(StepMeasures step, int length) {
    int characters = -1;
    int count = 0;
    for (int i = Math.max(0, step.firstToken());
        i <= step.lastToken() && characters < length;
        i++) {
      String piece = tokens.get(i).text();
      // White space in front belongs to no step.
      characters =
          characters < 0
              ? piece.length() - WhiteSpace.skip(piece, 0, piece.length())
              : characters + piece.length();
      count++;
    }
    return count;
  }
}
