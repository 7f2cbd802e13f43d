package org.densesteer.ui.extract;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import org.densesteer.extraction.LayerReport;
import org.densesteer.ui.common.Fx;

/** The columns of the table of layers. */
final class LayerColumns {

  private LayerColumns() {}

  static List<TableColumn<LayerReport, Number>> all() {
    return List.of(
        column("Layer", 54, "%.0f", LayerReport::layer, Full.NONE, "0-based decoder block"),
        column("‖v‖", 72, "%.3g", LayerReport::norm, Full.LARGEST, "Length of the direction"),
        column(
            "cos ↑",
            58,
            "%.2f",
            LayerReport::cosineToPrevious,
            Full.NONE,
            "Cosine to the direction of the layer before"),
        column(
            "Agree",
            70,
            "%.0f %%",
            report -> 100 * report.agreement().share(),
            Full.HUNDRED,
            "Share of pairs that point the same way as a direction made without them"),
        column(
            "Held out",
            74,
            "%.2f",
            report -> report.agreement().cosine(),
            Full.ONE,
            "Mean cosine of each pair with a direction made without it"));
  }

  /** What fills a bar. */
  private enum Full {
    NONE,
    LARGEST,
    HUNDRED,
    ONE
  }

  private static TableColumn<LayerReport, Number> column(
      String title,
      double width,
      String format,
      ToDoubleFunction<LayerReport> value,
      Full full,
      String tip) {
    TableColumn<LayerReport, Number> column = new TableColumn<>();
    Label head = new Label(title);
    Fx.describe(head, title, tip);
    column.setGraphic(head);
    column.setPrefWidth(width);
    column.setMinWidth(width * 0.8);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(
        row -> new ReadOnlyDoubleWrapper(value.applyAsDouble(row.getValue())));
    column.setCellFactory(
        made ->
            new BarCell(
                format,
                cell ->
                    switch (full) {
                      case NONE -> 0;
                      case LARGEST ->
                          cell.getTableView().getItems().stream()
                              .mapToDouble(value)
                              .max()
                              .orElse(0);
                      case HUNDRED -> 100;
                      case ONE -> 1;
                    }));
    return column;
  }
}
