package org.densesteer.ui.common;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.densesteer.common.Texts;

/** Numbers as a person reads and types them. */
public final class Numbers {

  private static final Pattern GROUPED =
      Pattern.compile("[+-]?[0-9]{1,3}([.,'’ \u00A0\u202F][0-9]{3})+");
  private static final Pattern THREE_BEHIND_COMMA = Pattern.compile(".*,[0-9]{3}");

  private Numbers() {}

  /** Such as {@code 2.5 M}. */
  public static String compact(long count) {
    if (count >= 1_000_000_000L) {
      return Texts.of("%.1f B", count / 1e9);
    }
    if (count >= 1_000_000L) {
      return Texts.of("%.1f M", count / 1e6);
    }
    return count >= 1_000L ? Texts.of("%.0f k", count / 1e3) : Long.toString(count);
  }

  /** Such as {@code +2.00} or {@code −0.50}; more decimals for small numbers. */
  public static String signed(double value) {
    String text = Texts.of("%.2f", Math.abs(value));
    if (value != 0 && Math.abs(value) < 0.1) {
      text = Texts.of("%.4f", Math.abs(value));
    }
    return (value < 0 ? "−" : value > 0 ? "+" : "") + text;
  }

  /**
   * Reads a whole number as people type it: groups of three digits behind a point, a comma, an
   * apostrophe or a space are thousands, in every language.
   */
  public static OptionalDouble parseWhole(String text) {
    String plain = text.strip();
    return GROUPED.matcher(plain).matches()
        ? parse(plain.replaceAll("[.,'’ \u00A0\u202F]", ""))
        : parse(text);
  }

  /**
   * Reads what {@link #signed} writes and what people type: any minus sign, point or comma. Three
   * digits behind a comma are not read: that is a thousand to some and a fraction to others.
   */
  public static OptionalDouble parse(String text) {
    if (THREE_BEHIND_COMMA.matcher(text.strip()).matches()) {
      return OptionalDouble.empty();
    }
    String plain = text.strip().replace('−', '-').replace('–', '-').replace(',', '.');
    try {
      double value = Double.parseDouble(plain);
      return Double.isFinite(value) && plain.chars().noneMatch(Character::isLetter)
          ? OptionalDouble.of(value)
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
