package org.densesteer.chat.jinja;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Dates as Python's {@code datetime.now().strftime} writes them on Linux: glibc's fields in the C
 * locale, with its flags and widths; what is no field stays as it is. The date has no zone, so that
 * {@code %z} and {@code %Z} are empty.
 */
final class Strftime {

  private static final Pattern FIELD =
      Pattern.compile(
          "%(?<flags>[-_0^#]*)(?<width>\\d+)?(?<modifier>[EO])?(?<field>.)?", Pattern.DOTALL);
  private static final int WIDEST = 1000;

  /** Fields that glibc takes with the modifiers E and O, which change nothing in the C locale. */
  private static final String WITH_E = "cnprstuxyzCPRTXYZ%";

  private static final String WITH_O = "bdeghjklmnprstuwyzBCGHIMPRSTUVWZ%";

  private final ZonedDateTime time;
  private final Budget budget;

  private Strftime(ZonedDateTime time, Budget budget) {
    this.time = time;
    this.budget = budget;
  }

  static String format(String format, ZonedDateTime time, Budget budget) {
    return budget.spend(new Strftime(time, budget).fill(format));
  }

  private String fill(String format) {
    return FIELD
        .matcher(format)
        .replaceAll(match -> Matcher.quoteReplacement(budget.spend(field((Matcher) match))));
  }

  private String field(Matcher match) {
    String flags = match.group("flags");
    char field = match.group("field") == null ? 0 : match.group("field").charAt(0);
    boolean known = isKnown(field, match);
    @Nullable String number = known ? number(field, flags) : null;
    @Nullable String text = known && number == null ? text(field) : number;
    char padding = padding(flags);
    boolean zeros = padding == '0' || padding == 0 && number != null && !isPaddedWithBlanks(field);
    String shown = text == null ? match.group() : text;
    int missing = width(match) - shown.length();
    return (zeros ? "0" : " ").repeat(Math.max(0, missing)) + cased(field, shown, flags);
  }

  private static boolean isKnown(char field, Matcher match) {
    @Nullable String modifier = match.group("modifier");
    if (field == 'f') { // Python's own, which takes nothing between
      return match.group().equals("%f");
    }
    return modifier == null || (modifier.equals("E") ? WITH_E : WITH_O).indexOf(field) >= 0;
  }

  private static int width(Matcher match) {
    @Nullable String digits = match.group("width");
    if (digits == null) {
      return 0;
    }
    if (digits.length() > 4 || Integer.parseInt(digits) > WIDEST) {
      throw new JinjaException(0, "a field of a date is wider than " + WIDEST + " characters");
    }
    return Integer.parseInt(digits);
  }

  /** The last of the flags that say what a field is filled up with; 0 when there is none. */
  private static char padding(String flags) {
    char padding = 0;
    for (char flag : flags.toCharArray()) {
      padding = "-_0".indexOf(flag) >= 0 ? flag : padding;
    }
    return padding;
  }

  private static boolean isPaddedWithBlanks(char field) {
    return "ekl".indexOf(field) >= 0;
  }

  private static String cased(char field, String text, String flags) {
    if (flags.indexOf('#') >= 0 && "pZ".indexOf(field) >= 0) {
      return text.toLowerCase(Locale.ROOT);
    }
    boolean name = "aAbBh".indexOf(field) >= 0;
    boolean large = flags.indexOf('^') >= 0 && field != 'P' || flags.indexOf('#') >= 0 && name;
    return large ? text.toUpperCase(Locale.ROOT) : text;
  }

  /** A field that is a number, filled up to its own width; null when it is another. */
  private @Nullable String number(char field, String flags) {
    int digits =
        "YG".indexOf(field) >= 0 ? 4 : field == 'j' ? 3 : "uws".indexOf(field) >= 0 ? 1 : 2;
    @Nullable Long value = value(field);
    if (value == null) {
      return null;
    }
    String plain = Long.toString(value);
    char padding = padding(flags);
    if (padding == '-') {
      return plain;
    }
    boolean blanks = padding == '_' || padding == 0 && isPaddedWithBlanks(field);
    return (blanks ? " " : "0").repeat(Math.max(0, digits - plain.length())) + plain;
  }

  private @Nullable Long value(char field) {
    return switch (field) {
      case 'C' -> (long) Math.floorDiv(time.getYear(), 100);
      case 'd', 'e' -> (long) time.getDayOfMonth();
      case 'g' -> (long) Math.floorMod(time.get(IsoFields.WEEK_BASED_YEAR), 100);
      case 'G' -> (long) time.get(IsoFields.WEEK_BASED_YEAR);
      case 'H', 'k' -> (long) time.getHour();
      case 'I', 'l' -> (long) time.get(ChronoField.CLOCK_HOUR_OF_AMPM);
      case 'j' -> (long) time.getDayOfYear();
      case 'm' -> (long) time.getMonthValue();
      case 'M' -> (long) time.getMinute();
      case 's' -> time.toEpochSecond();
      case 'S' -> (long) time.getSecond();
      case 'u' -> (long) time.getDayOfWeek().getValue();
      case 'U' -> (long) (time.getDayOfYear() + 6 - time.getDayOfWeek().getValue() % 7) / 7;
      case 'V' -> (long) time.get(WeekFields.ISO.weekOfWeekBasedYear());
      case 'w' -> (long) time.getDayOfWeek().getValue() % 7;
      case 'W' -> (long) (time.getDayOfYear() + 7 - time.getDayOfWeek().getValue()) / 7;
      case 'y' -> (long) Math.floorMod(time.getYear(), 100);
      case 'Y' -> (long) time.getYear();
      default -> null;
    };
  }

  private @Nullable String text(char field) {
    return switch (field) {
      case '%' -> "%";
      case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'b', 'h' -> month().substring(0, 3);
      case 'B' -> month();
      case 'c' -> fill("%a %b %e %H:%M:%S %Y");
      case 'D', 'x' -> fill("%m/%d/%y");
      case 'f' -> Texts.of("%06d", time.getNano() / 1000);
      case 'F' -> fill("%Y-%m-%d");
      case 'n' -> "\n";
      case 'p' -> time.getHour() < 12 ? "AM" : "PM";
      case 'P' -> time.getHour() < 12 ? "am" : "pm";
      case 'r' -> fill("%I:%M:%S %p");
      case 'R' -> fill("%H:%M");
      case 't' -> "\t";
      case 'T', 'X' -> fill("%H:%M:%S");
      case 'z', 'Z' -> "";
      default -> null;
    };
  }

  private String month() {
    return time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
