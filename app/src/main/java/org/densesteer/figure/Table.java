package org.densesteer.figure;

import java.util.List;

/**
 * Figures in rows and columns, for a paper or a note.
 *
 * @param caption what it shows, a sentence or more
 * @param label letters, digits and hyphens that other places refer to it by
 * @param columns what stands in the columns
 * @param rows one text for each column
 */
public record Table(String caption, String label, List<Column> columns, List<List<String>> rows) {

  /**
   * A column.
   *
   * @param title its head
   * @param number whether it is numbers, of equally many decimals, which end below each other
   */
  public record Column(String title, boolean number) {

    /** A column of texts. */
    public static Column text(String title) {
      return new Column(title, false);
    }

    /** A column of numbers. */
    public static Column number(String title) {
      return new Column(title, true);
    }
  }

  /** Freezes the lists. */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row has " + row.size() + " cells, the head " + columns.size());
      }
    }
  }
}
