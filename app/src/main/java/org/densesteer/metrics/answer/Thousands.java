package org.densesteer.metrics.answer;

import java.util.regex.Pattern;

/** Numbers whose digits are set apart by commas, in threes or, as in India, in twos and a three. */
final class Thousands {

  static final String GROUPED =
      "\\d{1,3}(?:,\\d{3})+(?![\\d,])|\\d{1,2}(?:,\\d{2})+,\\d{3}(?![\\d,])";

  private static final Pattern WHOLE = Pattern.compile("[-+]?(?:" + GROUPED + ")(?:\\.\\d+)?");

  private Thousands() {}

  /** Whether a text is one such number. */
  static boolean isGrouped(String text) {
    return WHOLE.matcher(text).matches();
  }

  /** Whether a text begins with one. */
  static boolean begin(String text) {
    return WHOLE.matcher(text).lookingAt();
  }

  /** Such a number without its commas; any other text as it is. */
  static String joined(String text) {
    return isGrouped(text) ? text.replace(",", "") : text;
  }
}
