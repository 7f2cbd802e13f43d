package org.densesteer.metrics.answer;

import java.util.BitSet;

/** Puts braces around the one-character arguments that LaTeX allows: {@code \frac12, \sqrt2}. */
final class BareArguments {

  private static final String FRACTION = "\\frac";
  private static final String ROOT = "\\sqrt";

  private final String text;
  private final int[] closing;
  private final BitSet bare = new BitSet();

  private BareArguments(String text) {
    this.text = text;
    this.closing = closingBraces(text);
  }

  /** The text, free of white space, with every such argument braced. */
  static String brace(String text) {
    if (!text.contains(FRACTION) && !text.contains(ROOT)) {
      return text;
    }
    BareArguments arguments = new BareArguments(text);
    arguments.find();
    return arguments.braced();
  }

  private void find() {
    for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i + 1)) {
      if (text.startsWith(FRACTION, i)) {
        int second = afterArgument(i + FRACTION.length());
        afterArgument(second);
      } else if (text.startsWith(ROOT, i)) {
        afterArgument(i + ROOT.length());
      }
    }
  }

  /** Notes a bare argument at {@code at}; returns where the next would begin, or the end. */
  private int afterArgument(int at) {
    if (at >= text.length()) {
      return text.length();
    }
    char c = text.charAt(at);
    if (c == '{') {
      return closing[at] + 1;
    }
    if (Character.isLetterOrDigit(c)) {
      bare.set(at);
      return at + 1;
    }
    return text.length();
  }

  private String braced() {
    StringBuilder out = new StringBuilder(text.length() + 2 * bare.cardinality());
    for (int i = 0; i < text.length(); i++) {
      if (bare.get(i)) {
        out.append('{').append(text.charAt(i)).append('}');
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  /** For each opening brace the offset of its closing one, or the length of the text. */
  private static int[] closingBraces(String text) {
    int[] closing = new int[text.length()];
    int[] open = new int[text.length()];
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      closing[i] = text.length();
      if (text.charAt(i) == '{') {
        open[depth++] = i;
      } else if (text.charAt(i) == '}' && depth > 0) {
        closing[open[--depth]] = i;
      }
    }
    return closing;
  }
}
