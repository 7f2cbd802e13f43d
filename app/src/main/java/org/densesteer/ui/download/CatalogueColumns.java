package org.densesteer.ui.download;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.densesteer.model.memory.ByteSize;
import org.densesteer.ui.common.Numbers;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The columns of the catalogue's table. */
final class CatalogueColumns {

  private CatalogueColumns() {}

  static void install(TableView<CatalogueOffer> table) {
    table
        .getColumns()
        .setAll(
            List.of(
                text("Model", 195, offer -> offer.entry().id().name()),
                number("Weights", 76, offer -> offer.entry().parameters(), Numbers::compact),
                number("Download", 86, offer -> offer.entry().bytes(), ByteSize::text),
                text("Licence", 205, offer -> offer.entry().licence()),
                text("Paper", 62, offer -> offer.entry().paper() ? "yes" : ""),
                marks()));
  }

  private static TableColumn<CatalogueOffer, String> text(
      String title, double width, Function<CatalogueOffer, String> value) {
    TableColumn<CatalogueOffer, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setComparator(String.CASE_INSENSITIVE_ORDER);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    return column;
  }

  private static TableColumn<CatalogueOffer, Long> number(
      String title,
      double width,
      Function<CatalogueOffer, Long> value,
      Function<Long, String> words) {
    TableColumn<CatalogueOffer, Long> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(
        each ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable Long item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : words.apply(item));
              }
            });
    return column;
  }

  private static TableColumn<CatalogueOffer, String> marks() {
    TableColumn<CatalogueOffer, String> column = text("Access", 78, CatalogueOffer::mark);
    column.setCellFactory(
        each ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable String item, boolean empty) {
                super.updateItem(item, empty);
                boolean blank = empty || item == null || item.isEmpty();
                setText(blank ? "" : item);
                setGraphic(
                    blank
                        ? null
                        : new FontIcon("gated".equals(item) ? "fth-lock" : "fth-hard-drive"));
              }
            });
    return column;
  }
}
