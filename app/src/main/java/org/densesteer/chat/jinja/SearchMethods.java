package org.densesteer.chat.jinja;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.densesteer.common.WhiteSpace;
import org.jspecify.annotations.Nullable;

/** The methods of strings that look for a part, or ask what the characters are. */
final class SearchMethods {

  private SearchMethods() {}

  static @Nullable Function find(String text, String name, Budget budget) {
    return switch (name) {
      case "find", "index" -> arguments -> place(text, name, true, arguments, budget);
      case "rfind", "rindex" -> arguments -> place(text, name, false, arguments, budget);
      case "count" -> arguments -> count(text, arguments, budget);
      case "startswith" -> arguments -> affix(text, arguments, true);
      case "endswith" -> arguments -> affix(text, arguments, false);
      case "partition" -> arguments -> partition(text, true, arguments, budget);
      case "rpartition" -> arguments -> partition(text, false, arguments, budget);
      case "isdecimal" -> all(text, Character::isDigit);
      case "isdigit" -> all(text, Cases::isDigit);
      case "isnumeric" -> all(text, Cases::isNumeric);
      case "isalpha" -> all(text, Character::isLetter);
      case "isalnum" -> all(text, Cases::isAlphanumeric);
      case "isspace" -> all(text, WhiteSpace::is);
      case "isascii" -> none(() -> text.chars().allMatch(c -> c < 0x80));
      case "isprintable" -> none(() -> text.codePoints().allMatch(PythonStrings::isPrintable));
      case "isupper" -> none(() -> Cases.isUpper(text));
      case "islower" -> none(() -> Cases.isLower(text));
      case "istitle" -> none(() -> Cases.isTitle(text));
      default -> null;
    };
  }

  private static Function all(String text, IntPredicate wanted) {
    return none(() -> Cases.all(text, wanted));
  }

  private static Function none(BooleanSupplier holds) {
    return arguments -> {
      arguments.allow();
      return holds.getAsBoolean();
    };
  }

  /** The part of a text that a search looks at, and how many characters stand before it. */
  private record Window(String text, long before, boolean inside) {}

  private static Window window(String text, CallArguments arguments) {
    int length = (int) PythonStrings.length(text);
    int start = Slices.clip(arguments.get(1, "start", None.NONE), 0, length);
    int end = Slices.clip(arguments.get(2, "end", None.NONE), length, length);
    boolean behind = arguments.get(1, "start", None.NONE) instanceof Long given && given > length;
    if (start > end || behind) {
      return new Window("", start, false);
    }
    int from = text.offsetByCodePoints(0, start);
    return new Window(
        text.substring(from, text.offsetByCodePoints(from, end - start)), start, true);
  }

  private static Object place(
      String text, String method, boolean first, CallArguments arguments, Budget budget) {
    String part = arguments.allow("sub", "start", "end").requireString(0, "sub");
    Comparisons.paySearch(text, part, budget);
    Window window = window(text, arguments);
    int offset = first ? window.text().indexOf(part) : window.text().lastIndexOf(part);
    if (offset >= 0 && window.inside()) {
      return window.before() + window.text().codePointCount(0, offset);
    }
    if (method.endsWith("index")) {
      throw new JinjaException(0, "what '" + method + "' looks for is not in the string");
    }
    return -1L;
  }

  private static Object count(String text, CallArguments arguments, Budget budget) {
    String part = arguments.allow("sub", "start", "end").requireString(0, "sub");
    Comparisons.paySearch(text, part, budget);
    Window window = window(text, arguments);
    if (!window.inside()) {
      return 0L;
    }
    return part.isEmpty()
        ? PythonStrings.length(window.text()) + 1
        : PythonStrings.split(window.text(), part, -1).size() - 1L;
  }

  private static Object affix(String text, CallArguments arguments, boolean start) {
    String name = start ? "prefix" : "suffix";
    Object wanted = arguments.allow(name, "start", "end").require(0, name);
    Window window = window(text, arguments);
    List<?> all = wanted instanceof Tuple tuple ? tuple : List.of(wanted);
    for (Object one : all) {
      String affix = Values.text(one);
      if (affix == null) {
        throw new JinjaException(0, Values.describe(one) + " is no start or end of a string");
      }
      boolean found = start ? window.text().startsWith(affix) : window.text().endsWith(affix);
      if (found && window.inside()) {
        return true;
      }
    }
    return false;
  }

  private static Object partition(
      String text, boolean first, CallArguments arguments, Budget budget) {
    String separator = arguments.allow("sep").requireString(0, "sep");
    if (separator.isEmpty()) {
      throw new JinjaException(0, "the separator of a partition is empty");
    }
    Comparisons.paySearch(text, separator, budget);
    int place = first ? text.indexOf(separator) : text.lastIndexOf(separator);
    if (place < 0) {
      return new Tuple(first ? List.of(text, "", "") : List.of("", "", text));
    }
    return new Tuple(
        List.of(text.substring(0, place), separator, text.substring(place + separator.length())));
  }
}
