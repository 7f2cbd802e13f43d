package org.densesteer.chat.jinja;

import org.jspecify.annotations.Nullable;

/** Python's {@code str.format}: {@code '{} {name!r:>8}'.format(…)}, as Jinja's sandbox runs it. */
final class BraceFormat {

  private static final int DEEPEST = 2;

  private final CallArguments arguments;
  private final boolean markup;
  private final Budget budget;
  private int nextPlace;
  private boolean counted;
  private boolean numbered;

  private BraceFormat(CallArguments arguments, boolean markup, Budget budget) {
    this.arguments = arguments;
    this.markup = markup;
    this.budget = budget;
  }

  /** The text with its fields filled in; those of a markup are escaped. */
  static Object format(Object text, CallArguments arguments, Budget budget) {
    boolean markup = text instanceof Markup;
    String filled =
        new BraceFormat(arguments, markup, budget).fill(String.valueOf(Values.text(text)), DEEPEST);
    return markup ? new Markup(filled) : filled;
  }

  private String fill(String text, int depth) {
    if (depth == 0) {
      throw new JinjaException(0, "the fields of a format are nested too deep");
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean twice = i + 1 < text.length() && text.charAt(i + 1) == c;
      if ((c == '{' || c == '}') && twice) {
        out.append(c);
        i++;
      } else if (c == '{') {
        int end = fieldEnd(text, i);
        out.append(budget.spend(field(text.substring(i + 1, end), depth)));
        i = end;
      } else if (c == '}') {
        throw new JinjaException(0, "a '}' of a format stands alone");
      } else {
        out.append(c);
      }
    }
    return budget.spend(out.toString());
  }

  private static int fieldEnd(String text, int start) {
    int open = 0;
    boolean inIndex = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[' && open == 1) {
        inIndex = text.substring(start, i).indexOf(':') < 0;
      } else if (c == ']') {
        inIndex = false;
      } else if (c == '{' && !inIndex) {
        open++;
      } else if (c == '}' && !inIndex && --open == 0) {
        return i;
      }
    }
    throw new JinjaException(0, "a '{' of a format is not closed");
  }

  private String field(String field, int depth) {
    int colon = mark(field, ':');
    String spec = colon < 0 ? "" : field.substring(colon + 1);
    String head = colon < 0 ? field : field.substring(0, colon);
    int bang = mark(head, '!');
    Object value = value(bang < 0 ? head : head.substring(0, bang));
    if (bang >= 0) {
      value = converted(value, head.substring(bang + 1));
    }
    String filledSpec =
        spec.indexOf('{') < 0 && spec.indexOf('}') < 0 ? spec : fill(spec, depth - 1);
    String text = laidOut(value, filledSpec);
    return markup && !(value instanceof Markup) ? Markup.escape(text) : text;
  }

  /** The first such sign outside brackets. */
  private static int mark(String field, char sign) {
    boolean inIndex = false;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      inIndex = c == '[' || inIndex && c != ']';
      if (c == sign && !inIndex) {
        return i;
      }
      if (c == ':') {
        return -1;
      }
    }
    return -1;
  }

  private Object value(String path) {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    Object value = argument(path.substring(0, end));
    while (end < path.length()) {
      int start = end + 1;
      boolean attribute = path.charAt(end) == '.';
      end = start;
      while (end < path.length() && (attribute ? ".[" : "]").indexOf(path.charAt(end)) < 0) {
        end++;
      }
      String name = path.substring(start, end);
      boolean closed = attribute || end < path.length();
      end += attribute ? 0 : 1;
      boolean follows = end >= path.length() || ".[".indexOf(path.charAt(end)) >= 0;
      if (name.isEmpty() || !closed || !follows) {
        throw new JinjaException(0, "the field '" + path + "' of a format is not valid");
      }
      value = attribute ? Attributes.attribute(value, name, budget) : item(value, name);
    }
    return value;
  }

  private Object item(Object value, String key) {
    boolean index = key.length() < 10 && key.chars().allMatch(c -> c >= '0' && c <= '9');
    Object item = Attributes.item(value, index ? (Object) Long.valueOf(key) : key, budget);
    if (item instanceof Undefined undefined) {
      throw undefined.fault();
    }
    return item;
  }

  private Object argument(String name) {
    if (!name.isEmpty() && !name.chars().allMatch(Character::isDigit)) {
      @Nullable Object value = arguments.named().get(name);
      if (value == null) {
        throw new JinjaException(0, "a format has no value for '" + name + "'");
      }
      return value;
    }
    counted |= name.isEmpty();
    numbered |= !name.isEmpty();
    if (counted && numbered) {
      throw new JinjaException(0, "some fields of a format are numbered and others are not");
    }
    int place = name.isEmpty() ? nextPlace++ : FormatSpec.number(name, 0);
    if (place >= arguments.positional().size()) {
      throw new JinjaException(0, "a format has no value number " + place);
    }
    return arguments.positional().get(place);
  }

  private Object converted(Object value, String conversion) {
    return switch (conversion) {
      case "s" -> PythonText.str(value, budget);
      case "r" -> PythonText.repr(value, budget);
      case "a" -> PythonText.ascii(value, budget);
      default -> throw new JinjaException(0, "'!" + conversion + "' is no conversion of a format");
    };
  }

  private String laidOut(Object value, String text) {
    if (text.isEmpty()) {
      return PythonText.str(value, budget);
    }
    String string = Values.text(value);
    if (string == null && !Comparisons.isNumber(value)) {
      throw new JinjaException(0, Values.describe(value) + " has no format '" + text + "'");
    }
    FormatSpec spec = FormatSpec.parse(text);
    budget.spend(spec.width() + (long) Math.max(0, spec.precision()));
    if (string != null) {
      return string(string, spec, text);
    }
    return value instanceof Double real
        ? FormattedNumbers.real(real, spec)
        : FormattedNumbers.whole(Arithmetic.whole(value), spec);
  }

  private static String string(String value, FormatSpec spec, String text) {
    boolean zeros = spec.align() == '=' && spec.fill() == '0' && text.indexOf('=') < 0;
    boolean number =
        spec.sign() != 0 || spec.plainZero() || spec.alternate() || spec.grouping() != 0;
    if (number || spec.align() == '=' && !zeros || spec.type() != 0 && spec.type() != 's') {
      throw new JinjaException(0, "the format '" + text + "' does not go with a string");
    }
    int length = value.codePointCount(0, value.length());
    String cut =
        spec.precision() < 0 || spec.precision() >= length
            ? value
            : value.substring(0, value.offsetByCodePoints(0, spec.precision()));
    int missing = spec.width() - cut.codePointCount(0, cut.length());
    return zeros ? cut + "0".repeat(Math.max(0, missing)) : spec.fill(cut, '<');
  }
}
