package org.densesteer.ui.trace;

import java.util.function.ToDoubleFunction;
import org.densesteer.metrics.AnswerMeasures;

/** The figures of an answer. */
enum Figure {
  STEPS("steps", "Reasoning steps: parts between blank lines.", 0, AnswerMeasures::steps),
  TOKENS(
      "step tokens",
      "Tokens of all steps, each step's text encoded alone: what density divides.",
      0,
      AnswerMeasures::tokens),
  DENSITY(
      "density",
      "Information density: tokens per step. A change of formatting alone moves it.",
      1,
      AnswerMeasures::density) {
    @Override
    String difference(AnswerMeasures own, AnswerMeasures baseline) {
      return FigureText.percent(own.density(), baseline.density());
    }
  },
  NLL_WITH_PROMPT(
      "NLL w/ prompt",
      "Mean negative log-likelihood per token in nats, by the unsteered model, with the prompt as"
          + " context.",
      2,
      AnswerMeasures::nllWithPrompt),
  NLL_ALONE(
      "NLL alone",
      "Mean negative log-likelihood per token in nats, by the unsteered model, the response alone"
          + " as the whole text. Known when the answer has ended.",
      2,
      AnswerMeasures::nllResponseOnly);

  private final String title;
  private final String explanation;
  private final int decimals;
  private final ToDoubleFunction<AnswerMeasures> value;

  Figure(String title, String explanation, int decimals, ToDoubleFunction<AnswerMeasures> value) {
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

  String words(AnswerMeasures measures) {
    return FigureText.decimals(value.applyAsDouble(measures), decimals);
  }

  /** How far it is from the baseline's, with its sign; empty where one of the two is not known. */
  String difference(AnswerMeasures own, AnswerMeasures baseline) {
    return FigureText.signed(value.applyAsDouble(own) - value.applyAsDouble(baseline), decimals);
  }
}
