package org.densesteer.chat.jinja;

import java.util.List;
import java.util.Map;
import org.densesteer.common.Texts;

/** Values as text, as Python's {@code str} and {@code repr} write them. */
final class PythonText {

  private final StringBuilder out = new StringBuilder();
  private final Budget budget;

  private PythonText(Budget budget) {
    this.budget = budget;
  }

  /** What printing a value gives. */
  static String str(Object value, Budget budget) {
    String text = Values.text(value);
    if (text != null) {
      return text;
    }
    return value instanceof Undefined ? "" : repr(value, budget);
  }

  /** What printing a list with the value in it shows of it. */
  static String repr(Object value, Budget budget) {
    PythonText text = new PythonText(budget);
    text.append(value);
    return text.out.toString();
  }

  private void append(Object value) {
    budget.enter();
    if (value instanceof String text) {
      quoted(text);
    } else if (value instanceof Markup markup) {
      out.append("Markup(");
      quoted(markup.text());
      out.append(')');
    } else if (value instanceof Boolean flag) {
      out.append(flag ? "True" : "False");
    } else if (value == None.NONE) {
      out.append("None");
    } else if (value instanceof Double number) {
      out.append(PythonNumbers.repr(number));
    } else if (value instanceof List<?> list) {
      boolean tuple = list instanceof Tuple;
      out.append(tuple ? '(' : '[');
      items(list);
      out.append(tuple && list.size() == 1 ? "," : "").append(tuple ? ')' : ']');
    } else if (value instanceof Map<?, ?> map) {
      entries(map);
    } else {
      special(value);
    }
    budget.leave();
  }

  private void special(Object value) {
    if (value instanceof Long) {
      out.append(value);
    } else if (value instanceof Undefined) {
      out.append("Undefined");
    } else if (value instanceof Range range) {
      out.append(range.repr());
    } else if (value instanceof DictView view) {
      out.append("dict_").append(view.kind().name().toLowerCase(java.util.Locale.ROOT));
      out.append("([");
      items(view.items());
      out.append("])");
    } else if (value instanceof Namespace namespace) {
      out.append("<Namespace ");
      entries(namespace.entries());
      out.append('>');
    } else if (value instanceof LoopState loop) {
      out.append(loop.repr());
    } else if (value instanceof Macro macro) {
      out.append("<Macro ");
      append(macro.attribute("name"));
      out.append('>');
    } else {
      throw new JinjaException(0, Values.describe(value) + " cannot be printed");
    }
  }

  private void items(List<?> list) {
    String between = "";
    for (Object item : list) {
      out.append(between);
      append(item);
      between = ", ";
    }
  }

  private void entries(Map<?, ?> map) {
    out.append('{');
    String between = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(between);
      append(entry.getKey());
      out.append(": ");
      append(entry.getValue());
      between = ", ";
    }
    out.append('}');
  }

  private void quoted(String text) {
    budget.spend(text);
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    text.codePoints().forEach(c -> character(c, quote));
    out.append(quote);
  }

  private void character(int c, char quote) {
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (PythonStrings.isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(escaped(c));
        }
      }
    }
  }

  /** What Python's {@code ascii} gives: {@code repr} with all but ASCII escaped. */
  static String ascii(Object value, Budget budget) {
    StringBuilder ascii = new StringBuilder();
    repr(value, budget)
        .codePoints()
        .forEach(c -> ascii.append(c < 0x7f ? Character.toString(c) : escaped(c)));
    return budget.spend(ascii.toString());
  }

  private static String escaped(int c) {
    return c < 0x100
        ? Texts.of("\\x%02x", c)
        : c < 0x10000 ? Texts.of("\\u%04x", c) : Texts.of("\\U%08x", c);
  }
}
