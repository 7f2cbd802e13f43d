package org.densesteer.chat.jinja;

/** Line numbers of ascending offsets, each asked for in constant amortised time. */
final class LineNumbers {

  private final String source;
  private int offset;
  private int line = 1;

  LineNumbers(String source) {
    this.source = source;
  }

  /** Line of an offset, from 1; an offset before the last one asked for gives that one's line. */
  int of(int wanted) {
    for (; offset < wanted; offset++) {
      if (source.charAt(offset) == '\n') {
        line++;
      }
    }
    return line;
  }
}
