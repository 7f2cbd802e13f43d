package org.densesteer.ui.trace;

import java.util.ArrayList;
import java.util.List;

/** Where the strength changed while a response grew. */
final class StrengthMarks {

  private StrengthMarks() {}

  /**
   * Tokens from {@code first} to {@code last} that another strength chose than their predecessor.
   */
  static List<Integer> between(ResponseText response, int first, int last) {
    List<Integer> marks = new ArrayList<>();
    for (int i = Math.max(1, first); i <= last && i < response.size(); i++) {
      if (response.token(i).strength() != response.token(i - 1).strength()) {
        marks.add(i);
      }
    }
    return marks;
  }
}
