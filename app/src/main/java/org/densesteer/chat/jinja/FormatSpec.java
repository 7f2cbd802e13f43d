package org.densesteer.chat.jinja;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a value is laid out: Python's format specification, {@code
 * [[fill]align][sign][z][#][0][width][grouping][.precision][type]}.
 *
 * @param fill what fills up to the width
 * @param align {@code <}, {@code >}, {@code ^} or {@code =}; 0 for what the type does by itself
 * @param sign {@code +}, {@code -} or a blank; 0 when none is given
 * @param plainZero whether a zero has no sign
 * @param alternate whether {@code #} is given
 * @param width least number of characters
 * @param grouping {@code ,} or {@code _} between groups of digits; 0 for none
 * @param precision digits or characters; negative when none is given
 * @param type the letter of the type; 0 when none is given
 */
record FormatSpec(
    int fill,
    char align,
    char sign,
    boolean plainZero,
    boolean alternate,
    int width,
    char grouping,
    int precision,
    char type) {

  /** Largest width and precision; Python has none. */
  private static final int LARGEST = 10_000;

  private static final Pattern PATTERN =
      Pattern.compile(
          "(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+ ])?(?<zero>z)?(?<alternate>#)?(?<pad>0)?"
              + "(?<width>\\d+)?(?<grouping>[,_])?(?:\\.(?<precision>\\d+))?(?<type>.)?",
          Pattern.DOTALL);

  static FormatSpec parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      throw new JinjaException(0, "the format '" + text + "' is not valid");
    }
    boolean padded = matcher.group("pad") != null;
    String align = matcher.group("align");
    String fill = matcher.group("fill");
    return new FormatSpec(
        fill != null ? fill.codePointAt(0) : padded ? '0' : ' ',
        align != null ? align.charAt(0) : padded ? '=' : 0,
        first(matcher.group("sign")),
        matcher.group("zero") != null,
        matcher.group("alternate") != null,
        number(matcher.group("width"), 0),
        first(matcher.group("grouping")),
        number(matcher.group("precision"), -1),
        first(matcher.group("type")));
  }

  /** The number that a text of digits says, which is refused when it is too large. */
  static int number(@org.jspecify.annotations.Nullable String digits, int otherwise) {
    if (digits == null) {
      return otherwise;
    }
    if (digits.length() > 9 || Integer.parseInt(digits) > LARGEST) {
      throw new JinjaException(0, "a format is wider than " + LARGEST + " characters");
    }
    return Integer.parseInt(digits);
  }

  /** A text filled up to the width. */
  String fill(String text, char ownAlign) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    char place = align == 0 ? ownAlign : align;
    int left = place == '<' ? 0 : place == '^' ? missing / 2 : missing;
    String filler = Character.toString(fill);
    return filler.repeat(left) + text + filler.repeat(missing - left);
  }

  private static char first(@org.jspecify.annotations.Nullable String text) {
    return text == null ? 0 : text.charAt(0);
  }
}
