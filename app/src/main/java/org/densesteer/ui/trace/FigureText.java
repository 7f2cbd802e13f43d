package org.densesteer.ui.trace;

import org.densesteer.common.Texts;

/** Figures as the panes write them. */
final class FigureText {

  /** Stands where a figure is not known. */
  static final String UNKNOWN = "–";

  private FigureText() {}

  static String decimals(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    String text = Texts.of("%." + decimals + "f", Math.abs(value));
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return value < 0 && !zero ? "−" + text : text;
  }

  /** Difference with its sign; ±0 when nothing of it can be seen. */
  static String signed(double difference, int decimals) {
    if (!Double.isFinite(difference)) {
      return "";
    }
    String text = decimals(difference, decimals);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? "±0" : difference > 0 ? "+" + text : text;
  }

  /** Relative difference in whole percent, with its sign. */
  static String percent(double value, double reference) {
    return reference == 0 ? "" : withUnit(signed(100 * (value / reference - 1), 0));
  }

  private static String withUnit(String percent) {
    return percent.isEmpty() ? "" : percent + "%";
  }

  /** A probability: percent, with more digits for small ones. */
  static String probability(double p) {
    if (!Double.isFinite(p)) {
      return UNKNOWN;
    }
    double percent = 100 * p;
    if (percent >= 0.1 || percent == 0) {
      return Texts.of("%.1f %%", percent);
    }
    return Texts.of("%.0e", p);
  }

  /** A token's text so that white space can be seen. */
  static String visible(String text) {
    String shown = text.replace("\n", "⏎").replace("\t", "⇥").replace(' ', '␣');
    return shown.isEmpty() ? "∅" : shown;
  }
}
