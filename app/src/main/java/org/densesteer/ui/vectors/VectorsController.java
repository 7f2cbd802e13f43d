package org.densesteer.ui.vectors;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.densesteer.common.Texts;
import org.densesteer.steering.format.VectorRead;
import org.densesteer.steering.library.LibraryEntry;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FileDrop;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.TableWidths;
import org.densesteer.ui.steering.VectorChoices;
import org.jspecify.annotations.Nullable;

/** The Vectors layout: the library as a table, one vector of it beside. */
final class VectorsController {

  private static final String NOTHING_YET = "No vector here. Drop a vector file, or import one.";
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

  private final LibraryViewModel library;
  private final ImportViewModel imports;
  private final DialogService dialogs;
  private final Overlay overlay;
  private final Supplier<Parent> importSheet;
  private final Supplier<Parent> combineSheet;

  @FXML private Node page;
  @FXML private SplitPane split;
  @FXML private Node details;
  @FXML private TextField searchField;
  @FXML private Label countText;
  @FXML private TableView<LibraryEntry> table;
  @FXML private Label nothingShown;
  @FXML private Parent undoBar;
  @FXML private Label undoText;
  @FXML private Button undoDeleteButton;
  private boolean selecting;
  private @Nullable Parent importView;

  /**
   * Creates the controller.
   *
   * @param importSheet loads the view of files on their way into the library; called once
   * @param combineSheet loads the view that makes a vector of others
   */
  VectorsController(
      LibraryViewModel library,
      ImportViewModel imports,
      DialogService dialogs,
      Overlay overlay,
      Supplier<Parent> importSheet,
      Supplier<Parent> combineSheet) {
    this.library = library;
    this.imports = imports;
    this.dialogs = dialogs;
    this.overlay = overlay;
    this.importSheet = importSheet;
    this.combineSheet = combineSheet;
  }

  @FXML
  private void initialize() {
    SplitPane.setResizableWithParent(details, false);
    split.setDividerPositions(0.68);
    LibraryColumns.install(table);
    TableWidths.growWithText(table);
    SortedList<LibraryEntry> sorted = new SortedList<>(library.shown());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    searchField.textProperty().bindBidirectional(library.searchProperty());
    library.shown().predicateProperty().addListener(changed -> showCount());
    // Not an invalidation listener, which would be told before the search has looked.
    library.all().addListener((ListChangeListener<LibraryEntry>) change -> showCount());
    showCount();
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> selectedByPerson(now));
    library.selectedProperty().addListener((property, before, now) -> select(now));
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    Fx.says(
        undoText,
        library.lastDeletedProperty().map(gone -> gone.name() + " was deleted.").orElse(""));
    Fx.visible(undoBar, library.lastDeletedProperty().isNotNull());
    imports.readProperty().addListener((property, before, now) -> showImport(before, now));
    FileDrop.install(page, imports::begin);
    split.addEventHandler(KeyEvent.KEY_PRESSED, this::undoPressed);
    split
        .sceneProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                // Other pages put vectors into the same folder.
                library.refresh();
              }
            });
  }

  private void showCount() {
    int shown = library.shown().size();
    int all = library.all().size();
    nothingShown.setText(
        all > 0
            ? Texts.of(
                "No vector has “%s” in its name, model, method, tags or notes.",
                library.searchProperty().get().strip())
            : NOTHING_YET);
    countText.setText(
        shown == all
            ? all + (all == 1 ? " vector" : " vectors")
            : shown + " of " + all + " vectors");
  }

  private void selectedByPerson(@Nullable LibraryEntry entry) {
    if (!selecting && entry != null) {
      library.selectedProperty().set(entry);
    }
  }

  private void select(@Nullable LibraryEntry entry) {
    selecting = true;
    if (entry == null) {
      table.getSelectionModel().clearSelection();
    } else if (!entry.equals(table.getSelectionModel().getSelectedItem())) {
      table.getSelectionModel().select(entry);
      table.scrollTo(entry);
    }
    selecting = false;
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE) {
      library.delete();
      event.consume();
    }
  }

  /** Before the window takes back a change of the sliders, which cannot be seen here. */
  private void undoPressed(KeyEvent event) {
    if (UNDO.match(event) && library.lastDeletedProperty().get() != null) {
      library.undoDelete();
      event.consume();
    }
  }

  private void showImport(@Nullable VectorRead before, @Nullable VectorRead now) {
    if (before == null && now != null) {
      Parent sheet = importView == null ? importSheet.get() : importView;
      importView = sheet;
      overlay.show(sheet);
    } else if (now == null) {
      overlay.close();
    }
  }

  @FXML
  private void importFile() {
    dialogs
        .openFile("Import a steering vector", List.of(VectorChoices.FILES), null)
        .ifPresent(file -> imports.begin(List.<Path>of(file)));
  }

  @FXML
  private void combine() {
    overlay.show(combineSheet.get());
  }

  @FXML
  private void undoDelete() {
    library.undoDelete();
  }

  @FXML
  private void dismissUndo() {
    library.forgetDeleted();
  }
}
