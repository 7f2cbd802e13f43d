package org.densesteer.ui.vectors;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.densesteer.common.Texts;
import org.densesteer.steering.library.LibraryEntry;
import org.densesteer.steering.library.VectorSummary;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The columns of the library's table. */
final class LibraryColumns {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

  private LibraryColumns() {}

  static void install(TableView<LibraryEntry> table) {
    TableColumn<LibraryEntry, String> name = text("Name", 220, LibraryEntry::name);
    name.setCellFactory(column -> new NameCell());
    TableColumn<LibraryEntry, String> layers =
        text("Layers", 85, entry -> entry.summary().layersText());
    layers.setComparator(Comparator.comparingInt(LibraryColumns::leadingNumber));
    TableColumn<LibraryEntry, String> width =
        text("Width", 65, entry -> String.valueOf(entry.summary().hiddenSize()));
    width.setComparator(Comparator.comparingInt(Integer::parseInt));
    table
        .getColumns()
        .setAll(
            List.of(
                name,
                text("Model", 110, entry -> entry.summary().model()),
                layers,
                norms(),
                width,
                text("Method", 140, entry -> entry.summary().method()),
                text("Tags", 105, entry -> String.join(", ", entry.annotation().tags())),
                text("Added", 90, LibraryColumns::added)));
  }

  private static TableColumn<LibraryEntry, String> text(
      String title, double width, Function<LibraryEntry, String> value) {
    TableColumn<LibraryEntry, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setComparator(String.CASE_INSENSITIVE_ORDER);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    return column;
  }

  private static TableColumn<LibraryEntry, VectorSummary> norms() {
    TableColumn<LibraryEntry, VectorSummary> column = new TableColumn<>("Norms");
    column.setPrefWidth(110);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().summary()));
    column.setCellFactory(each -> new NormsCell());
    return column;
  }

  private static int leadingNumber(String text) {
    return Integer.parseInt(text.substring(0, text.indexOf(' ')));
  }

  private static String added(LibraryEntry entry) {
    Instant added = entry.annotation().added();
    if (added == null) {
      return entry.readOnly() ? "built in" : "";
    }
    return DAY.format(added.atZone(ZoneId.systemDefault()));
  }

  /** A name, with a lock where it stays as it is. */
  private static final class NameCell extends TableCell<LibraryEntry, String> {

    private final FontIcon lock = new FontIcon("fth-lock");

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
      super.updateItem(name, empty);
      LibraryEntry entry = empty ? null : getTableRow().getItem();
      setText(empty ? null : name);
      setGraphic(entry != null && entry.readOnly() ? lock : null);
    }
  }

  /** Norms as bars. */
  private static final class NormsCell extends TableCell<LibraryEntry, VectorSummary> {

    private final NormBars bars = new NormBars();

    @Override
    protected void updateItem(@Nullable VectorSummary summary, boolean empty) {
      super.updateItem(summary, empty);
      if (empty || summary == null) {
        setGraphic(null);
      } else {
        SortedMap<Integer, Double> norms = summary.norms();
        bars.show(norms);
        setGraphic(bars);
        setAccessibleText(Texts.of("Norms of %d layers", norms.size()));
      }
    }
  }
}
