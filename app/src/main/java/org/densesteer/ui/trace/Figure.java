package org.densesteer.ui.trace;

import java.util.function.ToDoubleFunction;
import org.densesteer.evaluation.strip.StripFigure;
import org.densesteer.metrics.AnswerMeasures;

/** The figures of an answer. */
enum Figure {
  STEPS(
      "steps",
      "Reasoning steps: parts between blank lines.",
      0,
      StripFigure.STEPS,
      AnswerMeasures::steps),
  TOKENS(
      "step tokens",
      "Tokens of all steps, each step's text encoded alone: what density divides.",
      0,
      StripFigure.TOKENS,
      AnswerMeasures::tokens),
  DENSITY(
      "density",
      "Information density: tokens per step. A change of formatting alone moves it.",
      1,
      StripFigure.DENSITY,
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
      StripFigure.NLL_WITH_PROMPT,
      AnswerMeasures::nllWithPrompt),
  NLL_ALONE(
      "NLL alone",
      "Mean negative log-likelihood per token in nats, by the unsteered model, the response alone"
          + " as the whole text. Known when the answer has ended.",
      2,
      StripFigure.NLL_RESPONSE_ONLY,
      AnswerMeasures::nllResponseOnly);

  private final String title;
  private final String explanation;
  private final int decimals;
  private final StripFigure ofStrips;
  private final ToDoubleFunction<AnswerMeasures> value;

  Figure(
      String title,
      String explanation,
      int decimals,
      StripFigure ofStrips,
      ToDoubleFunction<AnswerMeasures> value) {
    this.title = title;
    this.explanation = explanation;
    this.decimals = decimals;
    this.ofStrips = ofStrips;
    this.value = value;
  }

  String title() {
    return title;
  }

  String explanation() {
    return explanation;
  }

  /** The same figure as strips have it. */
  StripFigure ofStrips() {
    return ofStrips;
  }

  double of(AnswerMeasures measures) {
    return value.applyAsDouble(measures);
  }

  String words(AnswerMeasures measures) {
    return FigureText.decimals(value.applyAsDouble(measures), decimals);
  }

  /** How far it is from the baseline's, with its sign; empty where one of the two is not known. */
  String difference(AnswerMeasures own, AnswerMeasures baseline) {
    return FigureText.signed(value.applyAsDouble(own) - value.applyAsDouble(baseline), decimals);
  }
}
