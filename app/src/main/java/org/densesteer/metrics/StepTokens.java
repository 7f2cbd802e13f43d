package org.densesteer.metrics;

import org.densesteer.generation.TokenEvent;
import org.densesteer.steering.Step;

/** The generated tokens of one step, summed up as they come. */
final class StepTokens {

  private int first = -1;
  private int last = -1;
  private int count;
  private double nllSum;

  void add(TokenEvent token) {
    first = count == 0 ? token.index() : first;
    last = token.index();
    count++;
    nllSum += token.nll();
  }

  StepMeasures measures(Step step, int tokens) {
    return new StepMeasures(step, tokens, count == 0 ? Double.NaN : nllSum / count, first, last);
  }
}
