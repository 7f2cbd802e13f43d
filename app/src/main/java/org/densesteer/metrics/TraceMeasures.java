package org.densesteer.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.densesteer.common.WhiteSpace;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.steering.Step;
import org.densesteer.steering.Steps;

/**
 * Figures of one observed response.
 *
 * @param answer figures of the whole
 * @param perStep figures of each step, in order; empty when the response is blank
 */
public record TraceMeasures(AnswerMeasures answer, List<StepMeasures> perStep) {

  /** Freezes the list. */
  public TraceMeasures {
    perStep = List.copyOf(perStep);
  }

  /**
   * Measures a finished answer.
   *
   * @param tokenCount how many tokens a text alone has, without special tokens
   */
  public static TraceMeasures of(Trace trace, ToIntFunction<String> tokenCount) {
    List<Step> steps = Steps.split(trace.text());
    List<StepTokens> generated = assign(trace.tokens(), steps);
    List<StepMeasures> perStep = new ArrayList<>(steps.size());
    for (Step step : steps) {
      int count = tokenCount.applyAsInt(step.text());
      perStep.add(generated.get(step.number() - 1).measures(step, count));
    }
    return of(perStep, Nll.mean(trace.nllWithPrompt()), Nll.mean(trace.nllResponseOnly()));
  }

  static TraceMeasures of(
      List<StepMeasures> perStep, double nllWithPrompt, double nllResponseOnly) {
    int tokens = perStep.stream().mapToInt(StepMeasures::tokens).sum();
    return new TraceMeasures(
        AnswerMeasures.of(perStep.size(), tokens, nllWithPrompt, nllResponseOnly), perStep);
  }

  private static List<StepTokens> assign(List<TokenEvent> tokens, List<Step> steps) {
    List<StepTokens> generated = new ArrayList<>();
    steps.forEach(step -> generated.add(new StepTokens()));
    int current = 0;
    int offset = 0;
    for (TokenEvent token : tokens) {
      String text = token.text();
      int visible = WhiteSpace.skip(text, 0, text.length());
      if (visible < text.length()) {
        while (current + 1 < steps.size() && steps.get(current).end() <= offset + visible) {
          current++;
        }
      }
      if (current < generated.size()) {
        generated.get(current).add(token);
      }
      offset += text.length();
    }
    return generated;
  }
}
