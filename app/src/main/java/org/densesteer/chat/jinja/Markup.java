package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;

/**
 * A string that counts as escaped already, as the filters {@code safe} and {@code escape} make it
 * (MarkupSafe's {@code Markup}): what is added to it is escaped.
 */
record Markup(String text) {

  /** A value as markup; what is markup already stays as it is. */
  static Markup escape(Object value, Budget budget) {
    return value instanceof Markup markup
        ? markup
        : new Markup(budget.spend(escape(PythonText.str(value, budget))));
  }

  /** The text with HTML's five special characters replaced. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace("\"", "&#34;");
  }

  /** What a string's method gave, as the same method of a markup gives it. */
  static Object wrap(Object result) {
    if (result instanceof String text) {
      return new Markup(text);
    }
    if (result instanceof List<?> parts) {
      List<Object> wrapped = new ArrayList<>(parts.size());
      parts.forEach(part -> wrapped.add(wrap(part)));
      return parts instanceof Tuple ? new Tuple(wrapped) : wrapped;
    }
    return result;
  }
}
