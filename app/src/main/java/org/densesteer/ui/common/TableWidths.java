package org.densesteer.ui.common;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Widths of a table's columns, which were chosen for text of normal size. */
public final class TableWidths {

  private record Widths(TableColumn<?, ?> column, double min, double pref, double max) {

    private static Widths of(TableColumn<?, ?> column) {
      return new Widths(column, column.getMinWidth(), column.getPrefWidth(), column.getMaxWidth());
    }

    /** The widest first, since a column keeps its width between the other two. */
    private void scale(double scale) {
      column.setMinWidth(0);
      column.setMaxWidth(max * scale);
      column.setPrefWidth(pref * scale);
      column.setMinWidth(min * scale);
    }
  }

  private TableWidths() {}

  /** Lets the columns that a table has now grow with the text. */
  public static void growWithText(TableView<?> table) {
    List<Widths> widths =
        table.getColumns().stream().<Widths>map(column -> Widths.of(column)).toList();
    TextScale.follow(table, scale -> widths.forEach(each -> each.scale(scale)));
  }
}
