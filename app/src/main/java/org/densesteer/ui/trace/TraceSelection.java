package org.densesteer.ui.trace;

/**
 * Selected characters of a response.
 *
 * @param anchor offset where the selection began
 * @param caret offset where it is now, before or after the anchor
 */
record TraceSelection(int anchor, int caret) {

  static final TraceSelection NONE = new TraceSelection(0, 0);

  int from() {
    return Math.min(anchor, caret);
  }

  int to() {
    return Math.max(anchor, caret);
  }

  boolean isEmpty() {
    return anchor == caret;
  }

  TraceSelection moveTo(int offset) {
    return new TraceSelection(anchor, offset);
  }

  /** The word around an offset; empty between words. */
  static TraceSelection word(String text, int offset) {
    int from = Math.min(offset, text.length());
    int to = from;
    while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
      to++;
    }
    return new TraceSelection(from, to);
  }
}
