package org.densesteer.chat.jinja;

import java.math.BigDecimal;
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
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Undefined) {
      return "";
    }
    PythonText text = new PythonText(budget);
    text.repr(value);
    return text.out.toString();
  }

  /** A number with a point, the shortest digits that read back as the same value. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = decimal.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    String mantissa = decimal.movePointLeft(exponent).toPlainString();
    return Texts.of("%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private void repr(Object value) {
    budget.enter();
    if (value instanceof String text) {
      quoted(text);
    } else if (value instanceof Boolean flag) {
      out.append(flag ? "True" : "False");
    } else if (value == None.NONE) {
      out.append("None");
    } else if (value instanceof Double number) {
      out.append(number(number));
    } else if (value instanceof List<?> list) {
      items(list);
    } else if (value instanceof Map<?, ?> map) {
      entries(map);
    } else if (value instanceof Long) {
      out.append(value);
    } else if (value instanceof Undefined) {
      out.append("Undefined");
    } else {
      throw new JinjaException(0, Values.describe(value) + " cannot be printed");
    }
    budget.leave();
  }

  private void items(List<?> list) {
    boolean tuple = list instanceof Tuple;
    out.append(tuple ? '(' : '[');
    String between = "";
    for (Object item : list) {
      out.append(between);
      repr(item);
      between = ", ";
    }
    out.append(tuple && list.size() == 1 ? "," : "").append(tuple ? ')' : ']');
  }

  private void entries(Map<?, ?> map) {
    out.append('{');
    String between = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(between);
      repr(entry.getKey());
      out.append(": ");
      repr(entry.getValue());
      between = ", ";
    }
    out.append('}');
  }

  private void quoted(String text) {
    budget.spend(text);
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c == quote) {
            out.append('\\').append(c);
          } else if (c < ' ' || c >= 0x7f && c < 0xa1 || c == 0xad) {
            out.append(Texts.of("\\x%02x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append(quote);
  }
}
