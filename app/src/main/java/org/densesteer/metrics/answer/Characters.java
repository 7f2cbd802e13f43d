package org.densesteer.metrics.answer;

import java.util.HashMap;
import java.util.Map;

/**
 * Brings the characters of an answer to the keyboard's: one minus, one kind of digits, commands for
 * mathematical signs, and {@link #THIN} for every space that joins what stands on either side.
 */
final class Characters {

  /** A space at which no line breaks, as between thousands and before units. */
  static final char THIN = '\u2009';

  private static final String MINUS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d";
  private static final String THIN_SPACES = "\u00a0\u2007\u2008\u2009\u200a\u202f";
  private static final String NOTHING = "\u200b\u200c\u200d\u2060\ufeff";
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
  private static final Map<Character, String> SIGNS = signs();

  private Characters() {}

  /** A text with each character as it is typed; no longer than ten times the text. */
  static String typed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String sign = SIGNS.get(c);
      if (sign != null) {
        out.append(sign);
      } else if (SUPERSCRIPTS.indexOf(c) >= 0) {
        i = script(text, i, SUPERSCRIPTS, '^', out);
      } else if (SUBSCRIPTS.indexOf(c) >= 0) {
        i = script(text, i, SUBSCRIPTS, '_', out);
      } else if (NOTHING.indexOf(c) < 0) {
        out.append(same(c));
      }
    }
    return out.toString();
  }

  /** One character for one, so that offsets stay. */
  static char same(char c) {
    if (MINUS.indexOf(c) >= 0) {
      return '-';
    }
    if (THIN_SPACES.indexOf(c) >= 0) {
      return THIN;
    }
    if (c > '\u007f' && Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    if (c >= '\uff01' && c <= '\uff5e') {
      return (char) (c - '\uff01' + '!');
    }
    return Character.isWhitespace(c) ? ' ' : c;
  }

  /** A run of raised or lowered digits; returns the offset of its last. */
  private static int script(String text, int at, String digits, char command, StringBuilder out) {
    out.append(command).append('{');
    int end = at;
    while (end < text.length() && digits.indexOf(text.charAt(end)) >= 0) {
      out.append(digits.indexOf(text.charAt(end++)));
    }
    out.append('}');
    return end - 1;
  }

  private static Map<Character, String> signs() {
    Map<Character, String> signs = new HashMap<>();
    String[] pairs = {
      "×",
      "\\times ",
      "⋅",
      "\\cdot ",
      "·",
      "\\cdot ",
      "÷",
      "\\div ",
      "√",
      "\\sqrt ",
      "π",
      "\\pi ",
      "∞",
      "\\infty ",
      "≤",
      "\\le ",
      "≥",
      "\\ge ",
      "≠",
      "\\ne ",
      "∈",
      "\\in ",
      "∪",
      "\\cup ",
      "±",
      "\\pm ",
      "≈",
      "\\approx ",
      "θ",
      "\\theta ",
      "½",
      "\\frac{1}{2}",
      "⅓",
      "\\frac{1}{3}",
      "⅔",
      "\\frac{2}{3}",
      "¼",
      "\\frac{1}{4}",
      "¾",
      "\\frac{3}{4}",
      "⅕",
      "\\frac{1}{5}",
      "⅛",
      "\\frac{1}{8}",
      "⅙",
      "\\frac{1}{6}",
      "°",
      "^\\circ ",
      "⁻",
      "^-",
      "⟨",
      "\\langle ",
      "⟩",
      "\\rangle ",
      "−",
      "-",
      "\u2044",
      "/",
      "∅",
      "\\emptyset "
    };
    for (int i = 0; i < pairs.length; i += 2) {
      signs.put(pairs[i].charAt(0), pairs[i + 1]);
    }
    return signs;
  }
}
