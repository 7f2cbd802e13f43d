package org.densesteer.steering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.densesteer.common.WhiteSpace;

/**
 * Reasoning steps of a response, also while it grows: the parts between blank lines, that is, the
 * text split on {@code "\n\n"}, each part stripped, empty parts dropped (definition of the
 * DenseSteer authors' code, whose {@code strip} is Python's). Not thread-safe.
 */
public final class Steps {

  private static final String SEPARATOR = "\n\n";

  private final StringBuilder text = new StringBuilder();
  private final List<Step> finished = new ArrayList<>();
  private int partStart;

  /** The steps in order; none when the text is blank. */
  public static List<Step> split(String text) {
    Steps steps = new Steps();
    steps.append(text);
    steps.unfinished().ifPresent(steps.finished::add);
    return steps.finished;
  }

  /** Number of steps, at least 1. */
  public static int count(String text) {
    return Math.max(1, split(text).size());
  }

  /** Takes the text that is new. */
  public void append(String more) {
    // The first half of a separator may be there already.
    int from = Math.max(partStart, text.length() - 1);
    text.append(more);
    int cut = text.indexOf(SEPARATOR, from);
    while (cut >= 0) {
      part(cut).ifPresent(finished::add);
      partStart = cut + SEPARATOR.length();
      cut = text.indexOf(SEPARATOR, partStart);
    }
  }

  /** The steps that a blank line has ended: they no longer change. */
  public List<Step> finished() {
    return Collections.unmodifiableList(finished);
  }

  /** The step that still grows; empty when its part is blank so far. */
  public Optional<Step> unfinished() {
    return part(text.length());
  }

  /** Number of the step, from 1, to which the next character belongs that is not white space. */
  public int next() {
    return finished.size() + 1;
  }

  private Optional<Step> part(int to) {
    int start = WhiteSpace.skip(text, partStart, to);
    int end = WhiteSpace.skipBack(text, start, to);
    return start == end
        ? Optional.empty()
        : Optional.of(new Step(next(), start, end, text.substring(start, end)));
  }
}
