package org.densesteer.chat.jinja;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's {@code %} on strings: {@code '%s: %5.2f' % (name, value)}. */
final class PercentFormat {

  private static final Pattern FIELD =
      Pattern.compile(
          "%(?:\\((?<key>[^()]*)\\))?(?<flags>[-+ 0#]*)(?<width>\\d+|\\*)?"
              + "(?:\\.(?<precision>\\d+|\\*)?(?<point>))?[hlL]?(?<type>.)",
          Pattern.DOTALL);

  private final Object argument;
  private final boolean markup;
  private final Budget budget;
  private final List<?> values;
  private int next;
  private boolean keyed;

  private PercentFormat(Object argument, boolean markup, Budget budget) {
    this.argument = argument;
    this.markup = markup;
    this.budget = budget;
    this.values = argument instanceof Tuple tuple ? tuple : List.of(argument);
  }

  /** The text with its fields filled in; those of a markup are escaped. */
  static Object format(Object text, Object argument, Budget budget) {
    boolean markup = text instanceof Markup;
    String filled =
        new PercentFormat(argument, markup, budget).fill(String.valueOf(Values.text(text)));
    return markup ? new Markup(filled) : filled;
  }

  private String fill(String text) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = FIELD.matcher(text);
    int at = 0;
    for (int mark = text.indexOf('%'); mark >= 0; mark = text.indexOf('%', at)) {
      out.append(text, at, mark);
      matcher.region(mark, text.length());
      if (!matcher.lookingAt()) {
        throw new JinjaException(0, "a '%' of a format is not complete");
      }
      out.append(budget.spend(field(matcher)));
      at = matcher.end();
    }
    boolean mapping =
        argument instanceof Map
            || argument instanceof Range
            || argument instanceof List && !(argument instanceof Tuple);
    if (!mapping && !keyed && next < values.size()) {
      throw new JinjaException(0, "a format has fewer fields than values");
    }
    return budget.spend(out.append(text, at, text.length()).toString());
  }

  private String field(Matcher matcher) {
    @Nullable String key = matcher.group("key");
    @Nullable Object keyValue = key == null ? null : entry(key);
    String flags = matcher.group("flags");
    int width = size(matcher.group("width"), 0);
    boolean left = flags.indexOf('-') >= 0 || width < 0;
    boolean pointed = matcher.group("point") != null;
    int precision = size(matcher.group("precision"), pointed ? 0 : -1);
    char type = matcher.group("type").charAt(0);
    if (type == '%') {
      return "%";
    }
    Object value = keyValue == null ? next() : keyValue;
    char sign = flags.indexOf('+') >= 0 ? '+' : flags.indexOf(' ') >= 0 ? ' ' : 0;
    boolean zeros = flags.indexOf('0') >= 0 && !left;
    FormatSpec layout =
        new FormatSpec(
            zeros ? '0' : ' ',
            left ? '<' : zeros ? '=' : '>',
            sign,
            false,
            flags.indexOf('#') >= 0,
            Math.abs(width),
            (char) 0,
            precision,
            type);
    budget.spend(layout.width() + (long) Math.max(0, precision));
    return "sra".indexOf(type) >= 0 ? text(value, layout) : number(value, layout);
  }

  private Object entry(String key) {
    keyed = true;
    if (!(argument instanceof Map<?, ?> map)) {
      throw new JinjaException(0, "a format names '" + key + "' but is given no mapping");
    }
    @Nullable Object value = Dicts.find(map, key, budget);
    if (value == null) {
      throw new JinjaException(0, "a format has no value for '" + key + "'");
    }
    return value;
  }

  private Object next() {
    if (next >= values.size()) {
      throw new JinjaException(0, "a format has more fields than values");
    }
    return values.get(next++);
  }

  private int size(@Nullable String digits, int otherwise) {
    if (digits == null || !digits.equals("*")) {
      return FormatSpec.number(digits, otherwise);
    }
    if (!(next() instanceof Long given)) {
      throw new JinjaException(0, "'*' of a format is given no whole number");
    }
    int size = FormatSpec.number(Long.toString(Math.abs(given)), 0);
    return given < 0 ? -size : size;
  }

  private String text(Object value, FormatSpec layout) {
    String text =
        switch (layout.type()) {
          case 's' -> PythonText.str(value, budget);
          case 'r' -> PythonText.repr(value, budget);
          default -> PythonText.ascii(value, budget);
        };
    if (markup && !(value instanceof Markup)) {
      text = Markup.escape(text);
    }
    int length = text.codePointCount(0, text.length());
    boolean cut = layout.precision() >= 0 && layout.precision() < length;
    String shown = cut ? text.substring(0, text.offsetByCodePoints(0, layout.precision())) : text;
    return padded(shown, layout);
  }

  private String number(Object value, FormatSpec layout) {
    char type = layout.type();
    if (value instanceof Undefined undefined) {
      throw undefined.fault();
    }
    if (type == 'c') {
      return padded(character(value), layout);
    }
    if (!Comparisons.isNumber(value)) {
      throw new JinjaException(0, "'%" + type + "' is given " + Values.describe(value));
    }
    if ("eEfFgG".indexOf(type) >= 0) {
      return FormattedNumbers.real(Arithmetic.real(value), layout);
    }
    if ("diuoxX".indexOf(type) < 0) {
      throw new JinjaException(0, "'%" + type + "' is no field of a format");
    }
    boolean based = "oxX".indexOf(type) >= 0;
    if (value instanceof Double real && (based || !(Math.abs(real) < Long.MAX_VALUE))) {
      throw new JinjaException(
          0, "'%" + type + "' is given a number that is not whole, or too large");
    }
    return whole(value instanceof Double real ? real.longValue() : Arithmetic.whole(value), layout);
  }

  /** Here a precision is the least number of digits. */
  private static String whole(long value, FormatSpec layout) {
    char type = layout.type();
    FormatSpec bare =
        new FormatSpec(
            '0',
            '=',
            (char) 0,
            false,
            false,
            Math.max(0, layout.precision()),
            (char) 0,
            -1,
            "oxX".indexOf(type) >= 0 ? type : 'd');
    String digits = FormattedNumbers.whole(Math.abs(value), bare);
    String prefix = layout.alternate() && bare.type() != 'd' ? "0" + type : "";
    String sign = value < 0 ? "-" : layout.sign() == 0 ? "" : "" + layout.sign();
    if (layout.align() == '=') {
      int missing = layout.width() - sign.length() - prefix.length() - digits.length();
      return sign + prefix + "0".repeat(Math.max(0, missing)) + digits;
    }
    return layout.fill(sign + prefix + digits, '>');
  }

  private static String padded(String text, FormatSpec layout) {
    int missing = Math.max(0, layout.width() - text.codePointCount(0, text.length()));
    return layout.align() == '<' ? text + " ".repeat(missing) : " ".repeat(missing) + text;
  }

  private static String character(Object value) {
    String text = Values.text(value);
    if (text != null && text.codePointCount(0, text.length()) == 1) {
      return text;
    }
    boolean whole = Comparisons.isNumber(value) && !(value instanceof Double);
    long code = whole ? Arithmetic.whole(value) : -1;
    if (code >= 0 && code <= Character.MAX_CODE_POINT) {
      return Character.toString((int) code);
    }
    throw new JinjaException(0, "'%c' is given no character");
  }
}
