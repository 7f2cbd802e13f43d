package org.densesteer.chat.jinja;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Dates as C's {@code strftime} writes them in the C locale; an unknown field stays as it is. */
final class Strftime {

  private static final Map<Character, String> PATTERNS =
      Map.ofEntries(
          Map.entry('a', "EEE"),
          Map.entry('A', "EEEE"),
          Map.entry('b', "MMM"),
          Map.entry('B', "MMMM"),
          Map.entry('c', "EEE MMM ppd HH:mm:ss yyyy"),
          Map.entry('d', "dd"),
          Map.entry('D', "MM/dd/yy"),
          Map.entry('e', "ppd"),
          Map.entry('F', "yyyy-MM-dd"),
          Map.entry('H', "HH"),
          Map.entry('I', "hh"),
          Map.entry('j', "DDD"),
          Map.entry('m', "MM"),
          Map.entry('M', "mm"),
          Map.entry('p', "a"),
          Map.entry('R', "HH:mm"),
          Map.entry('S', "ss"),
          Map.entry('T', "HH:mm:ss"),
          Map.entry('x', "MM/dd/yy"),
          Map.entry('X', "HH:mm:ss"),
          Map.entry('y', "yy"),
          Map.entry('Y', "yyyy"));

  private Strftime() {}

  static String format(String format, ZonedDateTime time) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        out.append(c);
        continue;
      }
      boolean bare = format.charAt(i + 1) == '-' && i + 2 < format.length();
      i += bare ? 2 : 1;
      String field = field(format.charAt(i), time);
      out.append(bare ? field.replaceFirst("^[0 ]+(?=.)", "") : field);
    }
    return out.toString();
  }

  private static String field(char code, ZonedDateTime time) {
    if (code == '%') {
      return "%";
    }
    String pattern = PATTERNS.get(code);
    return pattern == null
        ? "%" + code
        : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
  }
}
