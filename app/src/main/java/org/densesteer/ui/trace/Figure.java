package org.densesteer.ui.trace;

import java.util.function.ToDoubleFunction;
import org.densesteer.metrics.TraceMeasures;

/** The figures of an answer. */
enum Figure {
  STEPS("steps", "Reasoning steps: parts between blank lines.", 0, TraceMeasures::steps),
  TOKENS(
      "tokens", "Tokens of all steps, each step's text encoded alone.", 0, TraceMeasures::tokens),
  DENSITY(
      "density",
      "Information density: tokens per step. A change of formatting alone moves it.",
      1,
      TraceMeasures::density) {
    @Override
    String difference(TraceMeasures own, TraceMeasures baseline) {
      return FigureText.percent(own.density(), baseline.density());
    }
  },
  NLL_WITH_PROMPT(
      "NLL w/ prompt",
      "Mean negative log-likelihood per token in nats, by the unsteered model, with the prompt as"
          + " context.",
      2,
      TraceMeasures::nllWithPrompt),
  NLL_ALONE(
      "NLL alone",
      "Mean negative log-likelihood per token in nats, by the unsteered model, the response alone"
          + " as the whole text. Known when the answer has ended.",
      2,
      TraceMeasures::nllResponseOnly);

  private final String title;
  private final String explanation;
  private final int decimals;
  private final ToDoubleFunction<TraceMeasures> value;

  Figure(String title, String explanation, int decimals, ToDoubleFunction<TraceMeasures> value) {
    this.title = title;
    this.explanation = explanation;
    this.decimals = decimals;
    this.value = value;
  }

  String title() {
    return title;
  }

  String explanation() {
    return explanation;
  }

  String words(TraceMeasures measures) {
    return FigureText.decimals(value.applyAsDouble(measures), decimals);
  }

  /** How far it is from the baseline's, with its sign; empty where one of the two is not known. */
  String difference(TraceMeasures own, TraceMeasures baseline) {
    return FigureText.signed(value.applyAsDouble(own) - value.applyAsDouble(baseline), decimals);
  }
}
