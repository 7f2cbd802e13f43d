package org.densesteer.ui.probe;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;
import org.densesteer.common.Texts;
import org.densesteer.extraction.MadeProbe;
import org.densesteer.extraction.ProbeSearch.Found;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Overlay;
import org.jspecify.annotations.Nullable;

/** What a probe is made of, and how well it tells its texts apart at each layer. */
final class ProbeController {

  private static final FileKind TEXTS =
      new FileKind("Questions, one a line", List.of("*.txt", "*.*"));

  private final ProbeViewModel viewModel;
  private final DialogService dialogs;
  private final Overlay overlay;

  @FXML private Node root;
  @FXML private ComboBox<ProbeOrigin> originBox;
  @FXML private Label explanation;
  @FXML private Node files;
  @FXML private Button openButton;
  @FXML private Button shutButton;
  @FXML private Label openName;
  @FXML private Label shutName;
  @FXML private Button makeButton;
  @FXML private TableView<Found> table;
  @FXML private Label verdict;
  @FXML private CheckBox onceBox;
  @FXML private Button useButton;

  ProbeController(ProbeViewModel viewModel, DialogService dialogs, Overlay overlay) {
    this.viewModel = viewModel;
    this.dialogs = dialogs;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    originBox.getItems().setAll(ProbeOrigin.values());
    originBox.setConverter(Fx.named(ProbeOrigin::words));
    originBox.setValue(viewModel.originProperty().get());
    table
        .getColumns()
        .setAll(
            List.of(
                column("Layer", "0-based decoder block", "%.0f", Found::layer),
                column("Bound", "The gate is open where the cosine is above", "%.5f", Found::bound),
                column(
                    "Made on",
                    "Balanced accuracy on the texts that made the probe: the mean of both kinds'"
                        + " shares on the right side of the bound",
                    "%.0f %%",
                    found -> 100 * found.fitted()),
                column(
                    "Held out",
                    "Balanced accuracy on the texts that were held out: the one to read",
                    "%.0f %%",
                    found -> 100 * found.heldOut())));
    viewModel.look();
    Label said = new Label();
    said.setWrapText(true);
    table.setPlaceholder(said);
    makeButton.disableProperty().bind(viewModel.readyProperty().not());
    onceBox.setSelected(viewModel.onceProperty().get());
    onceBox.selectedProperty().subscribe(viewModel.onceProperty()::set);
    originBox
        .valueProperty()
        .subscribe(
            now -> {
              viewModel.originProperty().set(now);
              onceBox.setSelected(viewModel.onceProperty().get());
              explanation.setText(now.explanation());
              Fx.visible(files, now == ProbeOrigin.QUESTIONS);
            });
    useButton.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    Subscription following =
        viewModel
            .busyProperty()
            .subscribe(busy -> makeButton.setText(busy ? "Cancel" : "Make the probe"))
            .and(viewModel.saidProperty().subscribe(said::setText))
            .and(viewModel.madeProperty().subscribe(this::show))
            .and(viewModel.openProperty().subscribe(file -> name(openName, file)))
            .and(viewModel.shutProperty().subscribe(file -> name(shutName, file)));
    root.sceneProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                following.unsubscribe();
                viewModel.cancel();
              }
            });
  }

  private static void name(Label label, @Nullable Path file) {
    label.setText(file == null ? "no file chosen" : String.valueOf(file.getFileName()));
  }

  private static TableColumn<Found, String> column(
      String title, String tip, String format, ToDoubleFunction<Found> value) {
    TableColumn<Found, String> column = new TableColumn<>();
    Label head = new Label(title);
    Fx.describe(head, title, tip);
    column.setGraphic(head);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(
        row ->
            new ReadOnlyStringWrapper(
                Texts.of(format, value.applyAsDouble(row.getValue())).replace('-', '−')));
    return column;
  }

  private void show(@Nullable MadeProbe made) {
    table.getItems().setAll(made == null ? List.of() : made.layers());
    verdict.setText(made == null ? " " : words(made));
    if (made != null) {
      table.getSelectionModel().select(made.best());
      table.scrollTo(made.best());
    }
  }

  /** By the texts that made it the best layer was chosen, so only the others can judge it. */
  private static String words(MadeProbe made) {
    String figures =
        Texts.of(
            "Layer %d tells its own texts apart best; of those that were held out, %.0f %% are on the"
                + " right side of the bound (both kinds alike; chance is 50 %%).",
            made.best().layer(), 100 * made.best().heldOut());
    return made.best().heldOut() < 0.75 ? figures + " That is little to steer by." : figures;
  }

  @FXML
  private void chooseOpen() {
    choose("Questions at which the gate is to open", viewModel.openProperty());
  }

  @FXML
  private void chooseShut() {
    choose("Questions at which the gate is to stay shut", viewModel.shutProperty());
  }

  private void choose(String title, ObjectProperty<@Nullable Path> file) {
    dialogs.openFile(title, List.of(TEXTS), file.get()).ifPresent(file::set);
  }

  @FXML
  private void make() {
    if (viewModel.busyProperty().get()) {
      viewModel.cancel();
    } else {
      viewModel.make();
    }
  }

  @FXML
  private void use() {
    Found chosen = table.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      viewModel.use(chosen, overlay::close);
    }
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
