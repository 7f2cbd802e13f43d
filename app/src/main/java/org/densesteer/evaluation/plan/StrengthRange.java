package org.densesteer.evaluation.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * Reads strengths λ such as {@code -4:4:1} (from, to, step) or {@code -2,0,2.5}. Decimal
 * arithmetic: 0.1 ten times is 1.
 */
public final class StrengthRange {

  private static final int MOST = 1001;

  /** Finer strengths would not survive being written in a file. */
  private static final int DECIMALS = 6;

  private StrengthRange() {}

  /**
   * The strengths, ascending, each once.
   *
   * @throws FaultException when the text is not such a range or list, or has over 1,001 strengths
   */
  public static List<Double> parse(String text) {
    TreeSet<BigDecimal> strengths = new TreeSet<>();
    for (String item : text.split(",", -1)) {
      String[] parts = item.strip().split(":", -1);
      if (parts.length == 1) {
        strengths.add(number(parts[0], text));
      } else if (parts.length == 3) {
        addRange(strengths, number(parts[0], text), number(parts[1], text), number(parts[2], text));
      } else {
        throw malformed(text);
      }
    }
    if (strengths.size() > MOST) {
      throw new FaultException(Texts.of("The strengths %s are more than %d.", text, MOST));
    }
    return strengths.stream().map(StrengthRange::toDouble).toList();
  }

  /**
   * Strengths as a person types them: like {@link #parse}, and with semicolons between them commas
   * are decimal.
   *
   * @throws FaultException also for two whole numbers with nothing but a comma between them, which
   *     some read as one
   */
  public static List<Double> parseTyped(String text) {
    if (text.contains(";")) {
      return parse(text.replace(',', '.').replace(';', ','));
    }
    if (text.strip().matches("[+-]?[0-9]+,[0-9]+")) {
      throw new FaultException(
          Texts.of(
              "“%s” can be one strength or two: write %s for one, or %s for two.",
              text.strip(), text.strip().replace(',', '.'), text.strip().replace(",", ", ")));
    }
    return parse(text);
  }

  /** A strength as it is written: {@code -4}, {@code 2.5}. */
  public static String text(double strength) {
    BigDecimal decimal = new BigDecimal(strength).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  /** Writes strengths so that {@link #parse} reads them. */
  public static String text(List<Double> strengths) {
    return strengths.stream().map(StrengthRange::text).collect(Collectors.joining(","));
  }

  private static void addRange(
      TreeSet<BigDecimal> strengths, BigDecimal from, BigDecimal to, BigDecimal step) {
    if (step.signum() <= 0 || from.compareTo(to) > 0) {
      throw new FaultException(
          Texts.of(
              "The strengths %s:%s:%s need a first one not above the last, and a step above 0.",
              from.toPlainString(), to.toPlainString(), step.toPlainString()));
    }
    BigDecimal last = from.add(step.multiply(BigDecimal.valueOf(MOST)));
    for (BigDecimal s = from; s.compareTo(to) <= 0 && s.compareTo(last) <= 0; s = s.add(step)) {
      strengths.add(s);
    }
  }

  private static BigDecimal number(String part, String whole) {
    if (!part.strip().matches("[+-]?([0-9]{1,6}(\\.[0-9]{0,6})?|\\.[0-9]{1,6})")) {
      throw malformed(whole);
    }
    return new BigDecimal(part.strip());
  }

  private static double toDouble(BigDecimal decimal) {
    return decimal.signum() == 0 ? 0 : decimal.doubleValue();
  }

  private static FaultException malformed(String text) {
    return new FaultException(
        Texts.of(
            "“%s” is not a range of strengths such as -4:4:1 or -2,0,2.5, with six digits at most on"
                + " either side of the point.",
            text));
  }
}
