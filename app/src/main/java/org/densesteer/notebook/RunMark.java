package org.densesteer.notebook;

import java.util.List;

/**
 * What a person noted of a run.
 *
 * @param star whether it is one of the good ones
 * @param note a text; empty for none
 * @param tags short words to find it by
 */
public record RunMark(boolean star, String note, List<String> tags) {

  /** Nothing. */
  public static final RunMark NONE = new RunMark(false, "", List.of());

  /** Freezes the list. */
  public RunMark {
    tags = List.copyOf(tags);
  }

  /** The same with or without its star. */
  public RunMark starred(boolean now) {
    return new RunMark(now, note, tags);
  }

  /** The same with another note. */
  public RunMark noted(String now) {
    return new RunMark(star, now, tags);
  }

  /** The same with other tags. */
  public RunMark tagged(List<String> now) {
    return new RunMark(star, note, now);
  }
}
