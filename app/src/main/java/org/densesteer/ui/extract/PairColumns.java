package org.densesteer.ui.extract;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.TableColumn;
import javafx.scene.control.cell.CheckBoxTableCell;
import org.densesteer.extraction.rewrite.PairAssessment;
import org.jspecify.annotations.Nullable;

/** The columns of the table of pairs. */
final class PairColumns {

  private PairColumns() {}

  static List<TableColumn<PairItem, ?>> all() {
    return List.of(
        use(),
        question(),
        known("Steps", 84, 76, PairWords::steps, "figure"),
        known("Density", 118, 112, PairWords::density, "figure"),
        known("Right", 62, 62, PairWords::right, "verdict"),
        known("Checks", 190, 90, PairWords::checks, "checks"));
  }

  private static TableColumn<PairItem, Boolean> use() {
    TableColumn<PairItem, Boolean> column = new TableColumn<>("Use");
    column.setCellValueFactory(row -> row.getValue().usedProperty());
    column.setCellFactory(CheckBoxTableCell.forTableColumn(column));
    column.setPrefWidth(52);
    column.setMinWidth(52);
    column.setMaxWidth(52);
    column.setReorderable(false);
    return column;
  }

  private static TableColumn<PairItem, String> question() {
    TableColumn<PairItem, String> column = new TableColumn<>("Question");
    column.setCellValueFactory(
        row ->
            Bindings.createStringBinding(
                () -> row.getValue().draft().question().replace('\n', ' '),
                row.getValue().draftProperty()));
    column.setEditable(false);
    column.setPrefWidth(320);
    column.setMinWidth(120);
    return column;
  }

  private static TableColumn<PairItem, String> known(
      String title,
      double width,
      double least,
      Function<@Nullable PairAssessment, String> words,
      String styleClass) {
    TableColumn<PairItem, String> column = new TableColumn<>(title);
    column.setCellValueFactory(
        row ->
            Bindings.createStringBinding(
                () -> words.apply(row.getValue().assessmentProperty().get()),
                row.getValue().assessmentProperty()));
    column.setEditable(false);
    column.setPrefWidth(width);
    column.setMinWidth(least);
    column.getStyleClass().add(styleClass);
    return column;
  }
}
