package org.densesteer.ui.sweep;

import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.densesteer.evaluation.results.SweepEntry;
import org.densesteer.ui.common.DialogService;
import org.jspecify.annotations.Nullable;

/** The list of sweeps, and what can be done with one. */
final class SweepListController {

  private final SweepListViewModel viewModel;
  private final SweepExport export;
  private final DialogService dialogs;

  @FXML private Node page;
  @FXML private ListView<SweepEntry> sweepList;
  @FXML private Label nothingListed;
  @FXML private Button openSweep;
  @FXML private Button goOnSweep;
  @FXML private Button reportSweep;
  @FXML private Button deleteSweep;

  SweepListController(SweepListViewModel viewModel, SweepExport export, DialogService dialogs) {
    this.viewModel = viewModel;
    this.export = export;
    this.dialogs = dialogs;
  }

  @FXML
  private void initialize() {
    sweepList.setItems(viewModel.entries());
    sweepList.setCellFactory(list -> new SweepCell(viewModel));
    nothingListed.textProperty().bind(viewModel.statusProperty());
    ObservableValue<SweepState> state = viewModel.sweep().stateProperty();
    // Which row is the one that runs.
    state.subscribe((before, now) -> sweepList.refresh());
    ObservableValue<Boolean> idle = state.map(now -> !now.active());
    openSweep
        .disableProperty()
        .bind(unless(idle, known -> known.answered() > 0 || known.finished()));
    goOnSweep.disableProperty().bind(unless(idle, known -> !known.finished()));
    reportSweep.disableProperty().bind(unless(idle, SweepEntry.Known::finished));
    deleteSweep
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> selected() == null || viewModel.isRunning(selected()),
                sweepList.getSelectionModel().selectedItemProperty(),
                viewModel.sweep().stateProperty()));
    deleteSweep
        .textProperty()
        .bind(
            sweepList
                .getSelectionModel()
                .selectedItemProperty()
                .map(entry -> viewModel.isOwn(entry.folder().path()) ? "Delete" : "Off the list")
                .orElse("Delete"));
    sweepList.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    sweepList.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    page.sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                viewModel.refresh();
              }
            });
  }

  private @Nullable SweepEntry selected() {
    return sweepList.getSelectionModel().getSelectedItem();
  }

  private BooleanBinding unless(
      ObservableValue<Boolean> idle, Predicate<SweepEntry.Known> possible) {
    return Bindings.createBooleanBinding(
        () -> {
          SweepEntry entry = selected();
          return entry == null
              || entry.known() == null
              || !possible.test(entry.known())
              || !idle.getValue();
        },
        sweepList.getSelectionModel().selectedItemProperty(),
        idle);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      open();
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE && !deleteSweep.isDisabled()) {
      delete();
      event.consume();
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getClickCount() == 2) {
      open();
    }
  }

  @FXML
  private void open() {
    SweepEntry entry = selected();
    if (entry != null && !openSweep.isDisabled()) {
      viewModel.open(entry);
    }
  }

  @FXML
  private void goOn() {
    SweepEntry entry = selected();
    if (entry != null) {
      viewModel.goOn(entry);
    }
  }

  @FXML
  private void report() {
    SweepEntry entry = selected();
    if (entry != null) {
      export.report(entry.folder());
    }
  }

  @FXML
  private void delete() {
    SweepEntry entry = selected();
    if (entry != null) {
      viewModel.delete(entry);
    }
  }

  @FXML
  private void openFolder() {
    dialogs.openFolder("Open a sweep's folder", null).ifPresent(viewModel::openFolder);
  }
}
