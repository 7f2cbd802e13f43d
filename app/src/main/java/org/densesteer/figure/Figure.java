package org.densesteer.figure;

import java.util.List;

/**
 * A drawing, whatever file it goes to.
 *
 * @param title what it is called where only one line can be said
 * @param size how large it is
 * @param marks what is drawn, the lowest first; the ground is white
 */
public record Figure(String title, FigureSize size, List<Mark> marks) {

  /** Freezes the list. */
  public Figure {
    marks = List.copyOf(marks);
  }
}
