package org.densesteer.ui.steering;

import org.densesteer.evaluation.strip.StripFigure;

/** A figure that the bars of a strip can show. */
enum StripChoice {
  DENSITY(StripFigure.DENSITY, "density", "%.1f"),
  TOKENS(StripFigure.TOKENS, "tokens", "%.0f"),
  NLL(StripFigure.NLL_WITH_PROMPT, "NLL", "%.3f"),
  KL(StripFigure.KL, "KL", "%.3f");

  private final StripFigure figure;
  private final String words;
  private final String format;

  StripChoice(StripFigure figure, String words, String format) {
    this.figure = figure;
    this.words = words;
    this.format = format;
  }

  StripFigure figure() {
    return figure;
  }

  String words() {
    return words;
  }

  String format() {
    return format;
  }
}
