package org.densesteer.ui.trace;

import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a header, on as many lines as they need, with their differences to the baseline.
 */
final class FigureRow extends WrappingRow {

  private final ArmViewModel arm;
  private final @Nullable ArmViewModel baseline;
  private final FigureCell steps;
  private final FigureCell tokens;
  private final FigureCell density;
  private final FigureCell nllWithPrompt;
  private final FigureCell nllResponseOnly;

  FigureRow(ArmViewModel arm, @Nullable ArmViewModel baseline) {
    this.arm = arm;
    this.baseline = baseline;
    steps = new FigureCell("steps", "Reasoning steps: parts between blank lines.");
    tokens = new FigureCell("tokens", "Tokens of all steps, each step's text encoded alone.");
    density =
        new FigureCell(
            "density",
            "Information density: tokens per step. A change of formatting alone moves it.");
    nllWithPrompt =
        new FigureCell(
            "NLL w/ prompt",
            "Mean negative log-likelihood per token in nats, by the unsteered model, with the"
                + " prompt as context.");
    nllResponseOnly =
        new FigureCell(
            "NLL alone",
            "Mean negative log-likelihood per token in nats, by the unsteered model, the response"
                + " alone as the whole text. Known when the answer has ended.");
    getStyleClass().add("figure-row");
    getChildren().addAll(steps, tokens, density, nllWithPrompt, nllResponseOnly);
    arm.measuresProperty().addListener((property, before, now) -> update());
    if (baseline != null) {
      baseline.measuresProperty().addListener((property, before, now) -> update());
    }
    update();
  }

  /** Shows steps and density, and what else there is room for. */
  void show(boolean tokensToo, boolean nllToo) {
    Fx.visible(tokens, tokensToo);
    Fx.visible(nllWithPrompt, nllToo);
    Fx.visible(nllResponseOnly, nllToo);
  }

  private void update() {
    AnswerMeasures own = arm.measuresProperty().get();
    boolean known = arm.response().size() > 0;
    boolean comparable = known && baseline != null && baseline.response().size() > 0;
    AnswerMeasures base = comparable && baseline != null ? baseline.measuresProperty().get() : own;
    steps.show(
        known ? Integer.toString(own.steps()) : FigureText.UNKNOWN,
        comparable ? FigureText.signed(own.steps() - base.steps(), 0) : "");
    tokens.show(
        known ? Integer.toString(own.tokens()) : FigureText.UNKNOWN,
        comparable ? FigureText.signed(own.tokens() - base.tokens(), 0) : "");
    density.show(
        known ? FigureText.decimals(own.density(), 1) : FigureText.UNKNOWN,
        comparable ? FigureText.percent(own.density(), base.density()) : "");
    nll(nllWithPrompt, known, comparable, own.nllWithPrompt(), base.nllWithPrompt());
    nll(nllResponseOnly, known, comparable, own.nllResponseOnly(), base.nllResponseOnly());
  }

  private static void nll(
      FigureCell cell, boolean known, boolean comparable, double own, double base) {
    cell.show(
        known ? FigureText.decimals(own, 2) : FigureText.UNKNOWN,
        comparable ? FigureText.signed(own - base, 2) : "");
  }
}
