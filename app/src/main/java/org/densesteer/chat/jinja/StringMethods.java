package org.densesteer.chat.jinja;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.densesteer.common.WhiteSpace;
import org.jspecify.annotations.Nullable;

/** The methods of Python's strings that templates use. */
final class StringMethods {

  private StringMethods() {}

  static @Nullable Function find(String text, String name, Budget budget) {
    Function method =
        switch (name) {
          case "strip" -> arguments -> strip(text, arguments, true, true);
          case "lstrip" -> arguments -> strip(text, arguments, true, false);
          case "rstrip" -> arguments -> strip(text, arguments, false, true);
          case "upper" -> arguments -> text.toUpperCase(Locale.ROOT);
          case "lower" -> arguments -> text.toLowerCase(Locale.ROOT);
          case "title" -> arguments -> PythonStrings.title(text);
          case "capitalize" -> arguments -> PythonStrings.capitalize(text);
          case "split" -> arguments -> split(text, arguments, false);
          case "rsplit" -> arguments -> split(text, arguments, true);
          case "splitlines" -> arguments -> PythonStrings.lines(text);
          case "startswith" -> arguments -> affix(text, arguments, true);
          case "endswith" -> arguments -> affix(text, arguments, false);
          case "removeprefix" -> arguments -> withoutPrefix(text, arguments);
          case "removesuffix" -> arguments -> withoutSuffix(text, arguments);
          case "replace" -> arguments -> replace(text, arguments, budget);
          case "join" -> arguments -> join(text, arguments.require(0, "items"), budget);
          case "find" -> arguments -> index(text, text.indexOf(part(text, arguments, budget)));
          case "rfind" -> arguments -> index(text, text.lastIndexOf(part(text, arguments, budget)));
          case "count" -> arguments -> count(text, part(text, arguments, budget));
          case "isdigit" -> arguments -> all(text, Character::isDigit);
          case "isalpha" -> arguments -> all(text, Character::isLetter);
          case "isalnum" -> arguments -> all(text, Character::isLetterOrDigit);
          case "isspace" -> arguments -> all(text, WhiteSpace::is);
          case "isupper" -> arguments -> cased(text, text.toUpperCase(Locale.ROOT));
          case "islower" -> arguments -> cased(text, text.toLowerCase(Locale.ROOT));
          default -> null;
        };
    return method == null ? null : arguments -> charged(text, method, arguments, budget);
  }

  /** The items, which must be strings, with {@code text} between them. */
  static String join(String text, Object items, Budget budget) {
    StringBuilder out = new StringBuilder();
    String between = "";
    for (Object item : Values.items(items, budget)) {
      if (!(item instanceof String part)) {
        throw new JinjaException(0, Values.describe(item) + " is joined as if it were a string");
      }
      budget.spend((long) part.length() + between.length());
      out.append(between).append(part);
      between = text;
    }
    return out.toString();
  }

  private static Object charged(
      String text, Function method, CallArguments arguments, Budget budget) {
    budget.spend(text.length());
    return method.call(arguments);
  }

  private static Object strip(String text, CallArguments arguments, boolean left, boolean right) {
    Object set = arguments.get(0, "chars", None.NONE);
    return set == None.NONE
        ? PythonStrings.strip(text, left, right)
        : PythonStrings.strip(text, arguments.string(0, "chars", ""), left, right);
  }

  private static Object split(String text, CallArguments arguments, boolean fromRight) {
    long most = arguments.integer(1, "maxsplit", -1);
    if (arguments.get(0, "sep", None.NONE) == None.NONE) {
      if (fromRight && most >= 0) {
        throw new JinjaException(0, "'rsplit' with a limit needs a separator");
      }
      return PythonStrings.words(text, most);
    }
    String separator = arguments.string(0, "sep", "");
    return fromRight
        ? PythonStrings.splitRight(text, separator, most)
        : PythonStrings.split(text, separator, most);
  }

  private static Object affix(String text, CallArguments arguments, boolean start) {
    Object wanted = arguments.require(0, start ? "prefix" : "suffix");
    List<?> all = wanted instanceof List<?> list ? list : List.of(wanted);
    for (Object one : all) {
      if (!(one instanceof String affix)) {
        throw new JinjaException(0, Values.describe(one) + " is no start or end of a string");
      }
      if (start ? text.startsWith(affix) : text.endsWith(affix)) {
        return true;
      }
    }
    return false;
  }

  private static Object withoutPrefix(String text, CallArguments arguments) {
    String prefix = arguments.requireString(0, "prefix");
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static Object withoutSuffix(String text, CallArguments arguments) {
    String suffix = arguments.requireString(0, "suffix");
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static Object replace(String text, CallArguments arguments, Budget budget) {
    return PythonStrings.replace(
        text,
        arguments.requireString(0, "old"),
        arguments.requireString(1, "new"),
        arguments.integer(2, "count", -1),
        budget);
  }

  private static String part(String text, CallArguments arguments, Budget budget) {
    String part = arguments.requireString(0, "sub");
    Comparisons.contains(text, part, budget);
    return part;
  }

  private static Object index(String text, int offset) {
    return offset < 0 ? -1L : (long) text.codePointCount(0, offset);
  }

  private static Object count(String text, String part) {
    return part.isEmpty()
        ? PythonStrings.length(text) + 1
        : PythonStrings.split(text, part, -1).size() - 1L;
  }

  private static Object all(String text, IntPredicate predicate) {
    return !text.isEmpty() && text.codePoints().allMatch(predicate);
  }

  private static Object cased(String text, String wanted) {
    return text.equals(wanted)
        && text.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
  }
}
