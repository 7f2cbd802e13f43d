package org.densesteer.generation;

/** Tells, while a text grows, to which reasoning step its next token belongs. */
final class StepCounter {

  private int step = 1;
  private boolean stepHasText;
  private int newlines;

  /** Takes the text that is new. Steps are parts between blank lines that are not blank. */
  void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        newlines++;
        if (newlines == 2 && stepHasText) {
          step++;
          stepHasText = false;
        }
      } else {
        newlines = 0;
        stepHasText |= !Character.isWhitespace(c);
      }
    }
  }

  /** The step of the next token, counted from 1. */
  int next() {
    return step;
  }
}
