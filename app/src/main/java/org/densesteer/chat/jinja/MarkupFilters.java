package org.densesteer.chat.jinja;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Filters that escape, or take apart what is escaped. */
final class MarkupFilters {

  private MarkupFilters() {}

  static void addTo(Map<String, Filters.Filter> all) {
    Filters.Filter escape = (input, arguments, budget) -> Markup.escape(input, budget);
    all.put("escape", escape.taking());
    all.put("e", escape.taking());
    Filters.Filter again =
        (input, arguments, budget) -> Markup.escape(PythonText.str(input, budget), budget);
    all.put("forceescape", again.taking());
    Filters.Filter safe =
        (input, arguments, budget) ->
            input instanceof Markup ? input : new Markup(PythonText.str(input, budget));
    all.put("safe", safe.taking());
    Filters.Filter strip = (input, arguments, budget) -> withoutTags(input, budget);
    all.put("striptags", strip.taking());
    Filters.Filter encode = (input, arguments, budget) -> urlEncoded(input, budget);
    all.put("urlencode", encode.taking());
  }

  /** MarkupSafe's {@code striptags}: comments and tags go, white space becomes single blanks. */
  private static Object withoutTags(Object input, Budget budget) {
    String text = budget.spend(PythonText.str(input, budget));
    String bare = without(without(text, "<!--", "-->"), "<", ">");
    String plain = StringMethods.join(" ", PythonStrings.words(bare, -1), budget);
    String decoded =
        plain
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#34;", "\"")
            .replace("&#39;", "'");
    String rest = decoded.replace("&amp;", "");
    if (rest.matches("(?s).*&(#|[A-Za-z]).*")) {
      throw new JinjaException(0, "'striptags' of a text with other entities is not supported");
    }
    return decoded.replace("&amp;", "&");
  }

  private static String without(String text, String start, String end) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int open = text.indexOf(start); open >= 0; open = text.indexOf(start, at)) {
      int close = text.indexOf(end, open);
      if (close < 0) {
        break;
      }
      out.append(text, at, open);
      at = close + end.length();
    }
    return out.append(text.substring(at)).toString();
  }

  private static Object urlEncoded(Object input, Budget budget) {
    if (Values.text(input) != null || !Values.isIterable(input)) {
      return quoted(input, false, budget);
    }
    Object pairs = input instanceof Map<?, ?> map ? new DictView(map, DictView.Kind.ITEMS) : input;
    List<Object> parts = new ArrayList<>();
    for (Object pair : Values.items(pairs, budget)) {
      List<Object> both = Values.items(pair, budget);
      if (both.size() != 2) {
        throw new JinjaException(0, "'urlencode' is given what is no pair");
      }
      parts.add(quoted(both.get(0), true, budget) + "=" + quoted(both.get(1), true, budget));
    }
    return StringMethods.join("&", parts, budget);
  }

  /** Python's {@code quote}: letters, digits and {@code _.-~/} stay, in a query without /. */
  private static String quoted(Object value, boolean query, Budget budget) {
    String text = budget.spend(PythonText.str(value, budget));
    String encoded =
        URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
    return query ? encoded : encoded.replace("+", "%20").replace("%2F", "/");
  }
}
