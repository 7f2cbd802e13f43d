package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The methods of Python's strings. */
final class StringMethods {

  private static final Set<String> NOT_SUPPORTED =
      Set.of("encode", "isidentifier", "maketrans", "translate");

  private StringMethods() {}

  /** A method of a string, or null; those of a markup give markup. */
  static @Nullable Function find(Object value, String name, Budget budget) {
    String text = String.valueOf(Values.text(value));
    boolean markup = value instanceof Markup;
    if (NOT_SUPPORTED.contains(name)) {
      throw new JinjaException(0, "the method '" + name + "' of a string is not supported");
    }
    @Nullable Function method =
        switch (name) {
          case "format" -> arguments -> BraceFormat.format(value, arguments, budget);
          case "format_map" -> arguments -> formatMap(value, arguments, budget);
          case "join" -> arguments -> join(value, arguments, budget);
          case "replace" -> arguments -> replace(text, markup, arguments, budget);
          default -> plain(text, name, budget);
        };
    if (method == null) {
      method = SearchMethods.find(text, name, budget);
    }
    @Nullable Function found = method;
    return found == null
        ? null
        : arguments -> {
          budget.spend(text.length());
          Object result = found.call(arguments);
          return markup ? Markup.wrap(result) : result;
        };
  }

  private static @Nullable Function plain(String text, String name, Budget budget) {
    return switch (name) {
      case "strip" -> arguments -> strip(text, arguments, true, true);
      case "lstrip" -> arguments -> strip(text, arguments, true, false);
      case "rstrip" -> arguments -> strip(text, arguments, false, true);
      case "upper" -> none(() -> text.toUpperCase(Locale.ROOT));
      case "lower" -> none(() -> text.toLowerCase(Locale.ROOT));
      case "casefold" -> none(() -> text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
      case "swapcase" -> none(() -> Cases.swapped(text));
      case "title" -> none(() -> PythonStrings.title(text));
      case "capitalize" -> none(() -> PythonStrings.capitalize(text));
      case "split" -> arguments -> split(text, arguments, false);
      case "rsplit" -> arguments -> split(text, arguments, true);
      case "splitlines" ->
          arguments ->
              PythonStrings.lines(text, arguments.allow("keepends").flag(0, "keepends", false));
      case "removeprefix" -> arguments -> withoutPrefix(text, arguments);
      case "removesuffix" -> arguments -> withoutSuffix(text, arguments);
      case "center", "ljust", "rjust" -> arguments -> justify(text, name, arguments, budget);
      case "zfill" -> arguments -> zeros(text, arguments, budget);
      case "expandtabs" -> arguments -> expandTabs(text, arguments, budget);
      default -> null;
    };
  }

  private static Function none(Supplier<String> result) {
    return arguments -> {
      arguments.allow();
      return result.get();
    };
  }

  /** The items, which must be strings, with {@code text} between them. */
  static String join(String text, Iterable<Object> items, Budget budget) {
    StringBuilder out = new StringBuilder();
    String between = "";
    for (Object item : items) {
      String part = Values.text(item);
      if (part == null) {
        throw new JinjaException(0, Values.describe(item) + " is joined as if it were a string");
      }
      budget.spend((long) part.length() + between.length());
      out.append(between).append(part);
      between = text;
    }
    return out.toString();
  }

  private static Object join(Object separator, CallArguments arguments, Budget budget) {
    List<Object> items = Values.items(arguments.allow("items").require(0, "items"), budget);
    if (separator instanceof Markup) {
      items = new ArrayList<>(items);
      items.replaceAll(item -> Markup.escape(item, budget));
    }
    return join(String.valueOf(Values.text(separator)), items, budget);
  }

  private static Object formatMap(Object text, CallArguments arguments, Budget budget) {
    Object map = arguments.allow("mapping").require(0, "mapping");
    if (!(map instanceof java.util.Map<?, ?> entries)) {
      throw new JinjaException(0, "'format_map' is given " + Values.describe(map));
    }
    java.util.Map<String, Object> named = new java.util.LinkedHashMap<>();
    entries.forEach((key, value) -> named.put(String.valueOf(key), value));
    return BraceFormat.format(text, new CallArguments(List.of(), named), budget);
  }

  private static Object strip(String text, CallArguments arguments, boolean left, boolean right) {
    Object set = arguments.allow("chars").get(0, "chars", None.NONE);
    return set == None.NONE
        ? PythonStrings.strip(text, left, right)
        : PythonStrings.strip(text, arguments.string(0, "chars", ""), left, right);
  }

  private static Object split(String text, CallArguments arguments, boolean fromRight) {
    long most = arguments.allow("sep", "maxsplit").integer(1, "maxsplit", -1);
    if (arguments.get(0, "sep", None.NONE) == None.NONE) {
      return fromRight ? PythonStrings.wordsRight(text, most) : PythonStrings.words(text, most);
    }
    String separator = arguments.string(0, "sep", "");
    return fromRight
        ? PythonStrings.splitRight(text, separator, most)
        : PythonStrings.split(text, separator, most);
  }

  private static Object withoutPrefix(String text, CallArguments arguments) {
    String prefix = arguments.allow("prefix").requireString(0, "prefix");
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static Object withoutSuffix(String text, CallArguments arguments) {
    String suffix = arguments.allow("suffix").requireString(0, "suffix");
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static Object replace(
      String text, boolean markup, CallArguments arguments, Budget budget) {
    arguments.allow("old", "new", "count");
    String replacement = arguments.requireString(1, "new");
    boolean escaped = markup && !(arguments.get(1, "new", "") instanceof Markup);
    return PythonStrings.replace(
        text,
        arguments.requireString(0, "old"),
        escaped ? Markup.escape(replacement) : replacement,
        arguments.integer(2, "count", -1),
        budget);
  }

  private static Object justify(
      String text, String method, CallArguments arguments, Budget budget) {
    arguments.allow("width", "fillchar");
    String fill = arguments.string(1, "fillchar", " ");
    if (fill.codePointCount(0, fill.length()) != 1) {
      throw new JinjaException(0, "'" + method + "' fills with one character");
    }
    long missing = missing(text, arguments, budget);
    int left =
        switch (method) {
          case "ljust" -> 0;
          case "rjust" -> (int) missing;
          // CPython: an odd blank goes to the left where the width is odd.
          default -> (int) (missing / 2 + (missing & (PythonStrings.length(text) + missing) & 1));
        };
    return fill.repeat(left) + text + fill.repeat((int) missing - left);
  }

  /** How many characters a text lacks to a width. */
  private static long missing(String text, CallArguments arguments, Budget budget) {
    arguments.require(0, "width");
    long missing = arguments.integer(0, "width", 0) - PythonStrings.length(text);
    budget.spend(Math.max(0, missing));
    return Math.max(0, missing);
  }

  private static Object zeros(String text, CallArguments arguments, Budget budget) {
    long missing = missing(text, arguments.allow("width"), budget);
    boolean signed = text.startsWith("-") || text.startsWith("+");
    return (signed ? text.substring(0, 1) : "")
        + "0".repeat((int) missing)
        + text.substring(signed ? 1 : 0);
  }

  private static Object expandTabs(String text, CallArguments arguments, Budget budget) {
    long size = Math.max(0, arguments.allow("tabsize").integer(0, "tabsize", 8));
    StringBuilder out = new StringBuilder();
    long column = 0;
    for (Object character : PythonStrings.characters(text)) {
      String c = (String) character;
      if (c.equals("\t")) {
        long blanks = size == 0 ? 0 : size - column % size;
        budget.spend(blanks);
        out.append(" ".repeat((int) blanks));
        column += blanks;
      } else {
        out.append(c);
        column = c.equals("\n") || c.equals("\r") ? 0 : column + 1;
      }
    }
    return out.toString();
  }
}
