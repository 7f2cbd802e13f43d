package org.densesteer.evaluation.statistics;

import java.math.BigDecimal;
import org.densesteer.common.Texts;

/**
 * How a measure is said in words.
 *
 * @param name the measure, lower case, as in {@code accuracy}
 * @param plural whether the name takes a plural verb
 * @param scale what figures are multiplied by: 100 for shares said in points
 * @param decimals how many decimals are said
 * @param noun unit after a figure with a space before it, such as {@code points}; may be empty
 * @param worthSeeing the difference that a sentence about sample size speaks of, before scaling
 */
public record Unit(
    String name, boolean plural, double scale, int decimals, String noun, double worthSeeing) {

  /** A figure with its unit. */
  String withUnit(double value) {
    return withNoun(plain(value));
  }

  /** The same without idle zeros. */
  String roundWithUnit(double value) {
    return withNoun(new BigDecimal(plain(value)).stripTrailingZeros().toPlainString());
  }

  /** A figure with its sign and no unit. */
  public String signed(double value) {
    return (isZero(value) ? "" : value < 0 ? "−" : "+") + plain(Math.abs(value));
  }

  /** Whether nothing but zeros is said of a figure. */
  boolean isZero(double value) {
    return plain(Math.abs(value)).chars().allMatch(c -> c == '0' || c == '.');
  }

  private String withNoun(String figure) {
    return noun.isEmpty() ? figure : figure + " " + noun;
  }

  private String plain(double value) {
    return Texts.of("%." + decimals + "f", value * scale);
  }
}
