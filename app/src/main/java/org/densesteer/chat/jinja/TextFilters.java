package org.densesteer.chat.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Filters that make text. */
final class TextFilters {

  private static final Pattern WORD = Pattern.compile("[^-\\s({\\[<]+");

  private TextFilters() {}

  static void addTo(Map<String, Filters.Filter> all) {
    all.put("string", (input, arguments, budget) -> PythonText.str(input, budget));
    all.put("safe", (input, arguments, budget) -> PythonText.str(input, budget));
    all.put("trim", TextFilters::trim);
    all.put("upper", (input, a, budget) -> text(input, budget).toUpperCase(Locale.ROOT));
    all.put("lower", (input, a, budget) -> text(input, budget).toLowerCase(Locale.ROOT));
    all.put("capitalize", (input, a, budget) -> PythonStrings.capitalize(text(input, budget)));
    all.put("title", (input, a, budget) -> title(text(input, budget)));
    all.put("replace", TextFilters::replace);
    all.put("indent", TextFilters::indent);
    all.put("tojson", TextFilters::json);
    all.put("escape", (input, a, budget) -> escape(text(input, budget)));
    all.put("e", (input, a, budget) -> escape(text(input, budget)));
  }

  private static String text(Object input, Budget budget) {
    return budget.spend(PythonText.str(input, budget));
  }

  private static Object trim(Object input, CallArguments arguments, Budget budget) {
    String text = text(input, budget);
    return arguments.get(0, "chars", None.NONE) == None.NONE
        ? PythonStrings.strip(text, true, true)
        : PythonStrings.strip(text, arguments.string(0, "chars", ""), true, true);
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
    Object width = arguments.get(0, "width", 4L);
    String margin = width instanceof String text ? text : " ".repeat(width(arguments));
    boolean first = arguments.flag(1, "first", false);
    boolean blank = arguments.flag(2, "blank", false);
    List<Object> lines = PythonStrings.split(text(input, budget), "\n", -1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = (String) lines.get(i);
      boolean indented = i == 0 ? first : blank || !line.isEmpty();
      budget.spend(margin.length() + line.length());
      out.append(i > 0 ? "\n" : "").append(indented ? margin : "").append(line);
    }
    return out.toString();
  }

  private static int width(CallArguments arguments) {
    return (int) Math.max(0, Math.min(1000, arguments.integer(0, "width", 4)));
  }

  private static Object json(Object input, CallArguments arguments, Budget budget) {
    Object indent = arguments.get(1, "indent", None.NONE);
    int blanks =
        indent == None.NONE
            ? -1
            : (int) Math.max(0, Math.min(1000, arguments.integer(1, "indent", 0)));
    String between = blanks < 0 ? ", " : ",";
    String colon = ": ";
    if (arguments.get(2, "separators", None.NONE) instanceof List<?> separators) {
      between = (String) separators.get(0);
      colon = (String) separators.get(1);
    }
    return PythonJson.write(
        input,
        new PythonJson.Options(
            blanks,
            arguments.flag(0, "ensure_ascii", false),
            arguments.flag(3, "sort_keys", false),
            between,
            colon),
        budget);
  }

  private static String title(String text) {
    return WORD.matcher(text)
        .replaceAll(
            word ->
                java.util.regex.Matcher.quoteReplacement(PythonStrings.capitalize(word.group())));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace("\"", "&#34;");
  }
}
