package org.densesteer.chat.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Filters that make text. */
final class TextFilters {

  private static final Pattern TITLE_WORD = Pattern.compile("[^-\\s({\\[<]+");

  private TextFilters() {}

  static void addTo(Map<String, Filters.Filter> all) {
    put(all, "string", (input, arguments, budget) -> soft(input, budget));
    put(all, "upper", each(text -> text.toUpperCase(Locale.ROOT)));
    put(all, "lower", each(text -> text.toLowerCase(Locale.ROOT)));
    put(all, "capitalize", each(PythonStrings::capitalize));
    put(all, "title", (input, arguments, budget) -> title(text(input, budget)));
    put(all, "trim", TextFilters::trim, "chars");
    put(all, "center", TextFilters::center, "width");
    put(all, "replace", TextFilters::replace, "old", "new", "count");
    put(all, "indent", TextFilters::indent, "width", "first", "blank");
    put(all, "truncate", TextFilters::truncate, "length", "killwords", "end", "leeway");
    put(all, "wordcount", TextFilters::words);
    all.put("format", TextFilters::format);
    put(all, "tojson", TextFilters::json, "ensure_ascii", "indent", "separators", "sort_keys");
  }

  private static void put(
      Map<String, Filters.Filter> all, String name, Filters.Filter filter, String... arguments) {
    all.put(name, filter.taking(arguments));
  }

  /** A filter that does the same to a string and, as markup, to markup. */
  private static Filters.Filter each(UnaryOperator<String> change) {
    return (input, arguments, budget) -> {
      String changed = budget.spend(change.apply(text(input, budget)));
      return input instanceof Markup ? new Markup(changed) : changed;
    };
  }

  /** A value as a string; markup stays what it is. */
  private static Object soft(Object input, Budget budget) {
    return input instanceof Markup ? input : PythonText.str(input, budget);
  }

  private static String text(Object input, Budget budget) {
    return budget.spend(PythonText.str(input, budget));
  }

  private static Object trim(Object input, CallArguments arguments, Budget budget) {
    return method(input, "strip", arguments, budget);
  }

  private static Object center(Object input, CallArguments arguments, Budget budget) {
    Object width = arguments.get(0, "width", 80L);
    return method(input, "center", new CallArguments(List.of(width), Map.of()), budget);
  }

  private static Object method(Object input, String name, CallArguments arguments, Budget budget) {
    Object method = StringMethods.find(soft(input, budget), name, budget);
    return method instanceof Function function ? function.call(arguments) : input;
  }

  private static Object replace(Object input, CallArguments arguments, Budget budget) {
    Object count = arguments.get(2, "count", None.NONE);
    return PythonStrings.replace(
        text(input, budget),
        PythonText.str(arguments.require(0, "old"), budget),
        PythonText.str(arguments.require(1, "new"), budget),
        count == None.NONE ? -1 : arguments.integer(2, "count", -1),
        budget);
  }

  private static Object indent(Object input, CallArguments arguments, Budget budget) {
    @Nullable String text = Values.text(input);
    if (text == null) {
      throw new JinjaException(0, Values.describe(input) + " cannot be indented");
    }
    @Nullable String given = Values.text(arguments.get(0, "width", 4L));
    String margin = given == null ? " ".repeat(width(arguments, "width", 4)) : given;
    boolean blank = arguments.flag(2, "blank", false);
    List<Object> lines = PythonStrings.lines(text + "\n", false);
    StringBuilder out = new StringBuilder(arguments.flag(1, "first", false) ? margin : "");
    for (int i = 0; i < lines.size(); i++) {
      String line = (String) lines.get(i);
      budget.spend(margin.length() + line.length());
      out.append(i > 0 ? "\n" : "").append(i > 0 && (blank || !line.isEmpty()) ? margin : "");
      out.append(line);
    }
    return input instanceof Markup ? new Markup(out.toString()) : out.toString();
  }

  private static int width(CallArguments arguments, String name, long otherwise) {
    return (int) Math.max(0, Math.min(1000, arguments.integer(0, name, otherwise)));
  }

  private static Object truncate(Object input, CallArguments arguments, Budget budget) {
    long length = arguments.integer(0, "length", 255);
    String end = arguments.string(2, "end", "...");
    long leeway =
        arguments.get(3, "leeway", None.NONE) == None.NONE ? 5 : arguments.integer(3, "leeway", 5);
    if (length < PythonStrings.length(end) || leeway < 0) {
      throw new JinjaException(0, "a text cannot be cut to " + length + " characters");
    }
    if (Values.length(input) <= length + leeway) {
      return input;
    }
    @Nullable String text = Values.text(input);
    if (text == null) {
      throw new JinjaException(0, Values.describe(input) + " cannot be cut");
    }
    int kept = (int) (length - PythonStrings.length(end));
    String cut = text.substring(0, text.offsetByCodePoints(0, kept));
    int blank = cut.lastIndexOf(' ');
    String whole =
        arguments.flag(1, "killwords", false) || blank < 0 ? cut : cut.substring(0, blank);
    return input instanceof Markup
        ? new Markup(whole + Markup.escape(arguments.get(2, "end", end), budget).text())
        : whole + end;
  }

  private static Object words(Object input, CallArguments arguments, Budget budget) {
    long words = 0;
    boolean inWord = false;
    for (int c : text(input, budget).codePoints().toArray()) {
      boolean part = Cases.isAlphanumeric(c) || c == '_';
      words += part && !inWord ? 1 : 0;
      inWord = part;
    }
    return words;
  }

  private static Object format(Object input, CallArguments arguments, Budget budget) {
    boolean named = !arguments.named().isEmpty();
    if (named && !arguments.positional().isEmpty()) {
      throw new JinjaException(0, "a format takes values with names or without, not both");
    }
    return PercentFormat.format(
        soft(input, budget), named ? arguments.named() : new Tuple(arguments.positional()), budget);
  }

  private static Object json(Object input, CallArguments arguments, Budget budget) {
    Object indent = arguments.get(1, "indent", None.NONE);
    @Nullable String margin = Values.text(indent);
    if (margin == null && indent != None.NONE) {
      long blanks = arguments.integer(1, "indent", 0);
      margin = " ".repeat((int) Math.max(0, Math.min(1000, blanks)));
    }
    String between = margin == null ? ", " : ",";
    String colon = ": ";
    if (arguments.get(2, "separators", None.NONE) instanceof List<?> separators) {
      boolean pair = separators.size() == 2;
      @Nullable String first = pair ? Values.text(separators.get(0)) : null;
      @Nullable String second = pair ? Values.text(separators.get(1)) : null;
      if (first == null || second == null) {
        throw new JinjaException(0, "the argument 'separators' is no pair of strings");
      }
      between = first;
      colon = second;
    }
    return PythonJson.write(
        input,
        new PythonJson.Options(
            margin,
            arguments.flag(0, "ensure_ascii", false),
            arguments.flag(3, "sort_keys", false),
            between,
            colon),
        budget);
  }

  private static String title(String text) {
    return TITLE_WORD
        .matcher(text)
        .replaceAll(word -> Matcher.quoteReplacement(titled(word.group())));
  }

  private static String titled(String word) {
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT)
        + word.substring(first).toLowerCase(Locale.ROOT);
  }
}
