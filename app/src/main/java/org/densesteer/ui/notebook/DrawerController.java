package org.densesteer.ui.notebook;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.densesteer.notebook.Run;
import org.densesteer.ui.common.Drawer;
import org.densesteer.ui.common.Overlay;
import org.jspecify.annotations.Nullable;

/** The notebook beside the answers: the latest runs, and what is done with one of them at once. */
final class DrawerController {

  private final NotebookViewModel model;
  private final RunActions actions;
  private final Overlay overlay;
  private final Drawer drawer;
  private final ObservableValue<? extends @Nullable Run> current;
  private final Runnable page;

  @FXML private TextField drawerSearch;
  @FXML private ToggleButton drawerStarred;
  @FXML private ListView<NotebookRow> drawerRuns;
  @FXML private Label nothingShown;
  @FXML private Node foot;
  @FXML private Button compareCurrent;

  /**
   * The controller of a drawer.
   *
   * @param current the run in the panes
   * @param page goes to the whole notebook
   */
  DrawerController(
      NotebookViewModel model,
      RunActions actions,
      Overlay overlay,
      Drawer drawer,
      ObservableValue<? extends @Nullable Run> current,
      Runnable page) {
    this.model = model;
    this.actions = actions;
    this.overlay = overlay;
    this.drawer = drawer;
    this.current = current;
    this.page = page;
  }

  @FXML
  private void initialize() {
    drawerSearch.textProperty().bindBidirectional(model.searchProperty());
    drawerStarred.selectedProperty().bindBidirectional(model.starredOnlyProperty());
    RunList.fill(drawerRuns, nothingShown, model, actions, RunCell.Room.LITTLE, current);
    drawerRuns.focusedProperty().subscribe((before, now) -> chooseFirst(now));
    var chosen = drawerRuns.getSelectionModel().selectedItemProperty();
    foot.disableProperty().bind(chosen.isNull());
    BooleanBinding alone =
        Bindings.createBooleanBinding(
            () ->
                chosen.get() == null
                    || chosen.get().is(current.getValue())
                    || current.getValue() == null,
            chosen,
            current);
    compareCurrent.disableProperty().bind(alone);
  }

  /** Arrow keys begin at the newest. */
  private void chooseFirst(boolean focused) {
    if (focused && drawerRuns.getSelectionModel().isEmpty()) {
      drawerRuns.getSelectionModel().selectFirst();
    }
  }

  private List<NotebookRow> chosen() {
    return List.copyOf(drawerRuns.getSelectionModel().getSelectedItems());
  }

  @FXML
  private void open() {
    chosen().forEach(actions::open);
  }

  @FXML
  private void setPanels() {
    chosen().forEach(actions::setPanels);
    drawer.giveWay();
  }

  @FXML
  private void compare() {
    Run run = current.getValue();
    if (run != null) {
      chosen().forEach(row -> RunPair.load(model, row, run, RunDiffController.on(overlay)));
    }
  }

  @FXML
  private void pin() {
    actions.pin(chosen());
  }

  @FXML
  private void showPage() {
    page.run();
  }

  @FXML
  private void close() {
    drawer.close();
  }
}
