package org.densesteer.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Reasoning steps of a response: the parts between blank lines, that is, the text split on {@code
 * "\n\n"}, each part stripped, empty parts dropped (definition of the DenseSteer authors' code).
 */
public final class ReasoningSteps {

  /** What separates two steps. */
  static final String SEPARATOR = "\n\n";

  private ReasoningSteps() {}

  /** The steps in order; none when the text is blank. */
  public static List<Step> split(String text) {
    List<Step> steps = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int cut = text.indexOf(SEPARATOR, from);
      int to = cut < 0 ? text.length() : cut;
      int start = WhiteSpace.skip(text, from, to);
      int end = WhiteSpace.skipBack(text, start, to);
      if (start < end) {
        steps.add(new Step(steps.size() + 1, start, end, text.substring(start, end)));
      }
      from = to + SEPARATOR.length();
    }
    return steps;
  }

  /** Number of steps, at least 1. */
  public static int count(String text) {
    return Math.max(1, split(text).size());
  }
}
