package org.densesteer.ui.smallbatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.smallbatch.BatchPair;
import org.densesteer.evaluation.smallbatch.SmallBatch;
import org.densesteer.evaluation.smallbatch.SmallBatchText;
import org.densesteer.evaluation.strip.StripFigure;
import org.jspecify.annotations.Nullable;

/** The columns of the table: both arms and their difference, sorted by that. */
final class SmallBatchColumns {

  private SmallBatchColumns() {}

  static void install(TableView<BatchPair> table) {
    List<TableColumn<BatchPair, ?>> columns = new ArrayList<>();
    columns.add(
        column(
            "Problem",
            74,
            "",
            pair -> pair.problem().id(),
            Comparator.comparingInt(BatchPair::place)));
    for (StripFigure figure : SmallBatch.FIGURES) {
      columns.add(
          column(
              Measure.valueOf(figure.name()).title(),
              width(figure),
              "figure",
              pair -> words(figure, pair),
              Comparator.comparingDouble(pair -> difference(figure, pair))));
    }
    columns.add(
        column(
            "Answer",
            107,
            "figure",
            SmallBatchText::answers,
            Comparator.comparing(SmallBatchText::answers)));
    columns.add(
        column("Note", 130, "", BatchPair::trouble, Comparator.comparing(BatchPair::trouble)));
    table.getColumns().setAll(columns);
  }

  private static double width(StripFigure figure) {
    return switch (figure) {
      case STEPS -> 107;
      case TOKENS -> 132;
      default -> 200;
    };
  }

  private static double difference(StripFigure figure, BatchPair pair) {
    return figure.of(pair.steered()) - figure.of(pair.baseline());
  }

  /** Such as {@code 9 → 5 (−4)}; no difference is claimed where an answer is broken. */
  static String words(StripFigure figure, BatchPair pair) {
    String change = SmallBatchText.change(figure, pair);
    double difference = difference(figure, pair);
    if (!pair.comparable() || Double.isNaN(difference)) {
      return change;
    }
    boolean whole = figure == StripFigure.STEPS || figure == StripFigure.TOKENS;
    String signed =
        whole
            ? Texts.of("%+.0f", difference).replace('-', '−')
            : Measure.valueOf(figure.name()).unit().signed(difference);
    return change + " (" + signed + ")";
  }

  private static TableColumn<BatchPair, BatchPair> column(
      String title,
      double width,
      String styleClass,
      Function<BatchPair, String> words,
      Comparator<BatchPair> order) {
    TableColumn<BatchPair, BatchPair> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    if (!styleClass.isEmpty()) {
      column.getStyleClass().add(styleClass);
    }
    column.setComparator(order);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        each ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable BatchPair item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : words.apply(item));
              }
            });
    return column;
  }
}
