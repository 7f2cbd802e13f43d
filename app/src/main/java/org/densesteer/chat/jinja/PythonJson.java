package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/** JSON as Python's {@code json.dumps} writes it: same spaces, same escapes, same numbers. */
final class PythonJson {

  /**
   * The options of {@code json.dumps}.
   *
   * @param indent what each level begins with; null for everything on one line
   * @param ascii whether other characters are escaped
   * @param sorted whether keys are sorted
   * @param itemSeparator between items
   * @param keySeparator between a key and its value
   */
  record Options(
      @Nullable String indent,
      boolean ascii,
      boolean sorted,
      String itemSeparator,
      String keySeparator) {}

  private final StringBuilder out = new StringBuilder();
  private final Options options;
  private final Budget budget;

  private PythonJson(Options options, Budget budget) {
    this.options = options;
    this.budget = budget;
  }

  static String write(Object value, Options options, Budget budget) {
    PythonJson json = new PythonJson(options, budget);
    json.value(value, 0);
    return json.out.toString();
  }

  private void value(Object value, int level) {
    budget.enter();
    String text = Values.text(value);
    if (text != null) {
      string(text);
    } else if (value instanceof Map<?, ?> map) {
      object(map, level);
    } else if (value instanceof List<?> list) {
      array(list.iterator(), level);
    } else {
      out.append(scalar(value));
    }
    budget.leave();
  }

  private static String scalar(Object value) {
    if (value == None.NONE) {
      return "null";
    }
    if (value instanceof Boolean || value instanceof Long) {
      return value.toString();
    }
    if (value instanceof Double number) {
      if (number.isNaN()) {
        return "NaN";
      }
      if (number.isInfinite()) {
        return number > 0 ? "Infinity" : "-Infinity";
      }
      return PythonNumbers.repr(number);
    }
    throw new JinjaException(0, Values.describe(value) + " cannot be written as JSON");
  }

  private void object(Map<?, ?> map, int level) {
    List<Object> keys = new ArrayList<>(map.keySet());
    if (options.sorted()) {
      keys.sort((left, right) -> Comparisons.compare(left, right, budget));
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    keys.forEach(key -> entries.put(key instanceof String text ? text : scalar(key), map.get(key)));
    Iterator<Map.Entry<String, Object>> each = entries.entrySet().iterator();
    if (!each.hasNext()) {
      out.append("{}");
      return;
    }
    out.append('{');
    while (each.hasNext()) {
      Map.Entry<String, Object> entry = each.next();
      newLine(level + 1);
      string(entry.getKey());
      out.append(options.keySeparator());
      value(entry.getValue(), level + 1);
      out.append(each.hasNext() ? options.itemSeparator() : "");
    }
    newLine(level);
    out.append('}');
  }

  private void array(Iterator<?> each, int level) {
    if (!each.hasNext()) {
      out.append("[]");
      return;
    }
    out.append('[');
    while (each.hasNext()) {
      newLine(level + 1);
      value(each.next(), level + 1);
      out.append(each.hasNext() ? options.itemSeparator() : "");
    }
    newLine(level);
    out.append(']');
  }

  private void newLine(int level) {
    if (options.indent() != null) {
      budget.spend((long) level * options.indent().length());
      out.append('\n').append(options.indent().repeat(level));
    }
  }

  private void string(String text) {
    budget.spend(text);
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < ' ' || options.ascii() && c > '~') {
            out.append(Texts.of("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
