package org.densesteer.ui.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.densesteer.common.Texts;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunMark;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.copies.RunCopier;
import org.jspecify.annotations.Nullable;

/** The Notebook layout: the runs as a list, one of them beside. */
final class NotebookController {

  private final NotebookViewModel model;
  private final RunActions actions;
  private final Overlay overlay;
  private final ObservableValue<? extends @Nullable Run> current;

  @FXML private TextField searchField;
  @FXML private ToggleButton starredToggle;
  @FXML private ComboBox<RunOrder> orderBox;
  @FXML private Label countText;
  @FXML private ListView<NotebookRow> list;
  @FXML private Label nothingShown;
  @FXML private Node undoBar;
  @FXML private Label undoText;
  @FXML private Node details;
  @FXML private Label nothingChosen;
  @FXML private Label question;
  @FXML private Label made;
  @FXML private Label settings;
  @FXML private TextArea note;
  @FXML private TextField tags;
  @FXML private Button compareButton;
  @FXML private MenuButton copyButton;
  @FXML private Button pinButton;
  private @Nullable NotebookRow shown;

  NotebookController(
      NotebookViewModel model,
      RunActions actions,
      Overlay overlay,
      ObservableValue<? extends @Nullable Run> current) {
    this.current = current;
    this.model = model;
    this.actions = actions;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    searchField.textProperty().bindBidirectional(model.searchProperty());
    starredToggle.selectedProperty().bindBidirectional(model.starredOnlyProperty());
    orderBox.getItems().setAll(RunOrder.values());
    orderBox.setConverter(Fx.named(RunOrder::title));
    orderBox.valueProperty().bindBidirectional(model.orderProperty());
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    RunList.fill(list, nothingShown, model, actions, RunCell.Room.ENOUGH, current);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    countText
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Texts.of("%d of %d runs", model.rows().size(), model.count()), model.rows()));
    list.getSelectionModel()
        .getSelectedItems()
        .subscribe(() -> show(list.getSelectionModel().getSelectedItem()));
    // The model may tell of its items before it knows which of them is the one chosen last.
    list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> show(now));
    copyButton
        .getItems()
        .setAll(
            RunCopier.items(
                text ->
                    actions.copy(text, List.copyOf(list.getSelectionModel().getSelectedItems()))));
    show(null);
    note.focusedProperty().subscribe((before, now) -> keepMark());
    tags.focusedProperty().subscribe((before, now) -> keepMark());
    Fx.visible(undoBar, model.deletedProperty().map(row -> true).orElse(false));
    undoText
        .textProperty()
        .bind(
            model
                .deletedProperty()
                .map(
                    row ->
                        "The run of " + RunCell.TIME.format(row.summary().made()) + " is deleted.")
                .orElse(""));
  }

  private void typed(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE) {
      delete();
      event.consume();
    }
  }

  private void show(@Nullable NotebookRow row) {
    if (row == null || shown == null || !row.summary().id().equals(shown.summary().id())) {
      keepMark();
      note.setText(row == null ? "" : row.mark().note());
      tags.setText(row == null ? "" : String.join(", ", row.mark().tags()));
    }
    shown = row;
    Fx.visible(details, row != null);
    Fx.visible(nothingChosen, row == null);
    if (row != null) {
      question.setText(row.summary().question());
      made.setText(RunCell.TIME.format(row.summary().made()));
      settings.setText(
          row.summary().settings().entrySet().stream()
              .map(entry -> Texts.of("%-11s%s", entry.getKey(), entry.getValue()))
              .collect(Collectors.joining("\n")));
    }
    int chosen = list.getSelectionModel().getSelectedItems().size();
    pinButton.setText(chosen > 1 ? Texts.of("Pin the %d side by side", chosen) : "Pin beside");
    compareButton.setText(chosen == 2 ? "Compare the two…" : "Compare its arms…");
    compareButton.setDisable(
        chosen > 2 || chosen == 1 && row != null && row.summary().arms().size() < 2);
  }

  /** Notes and tags are kept when they are left. */
  private void keepMark() {
    NotebookRow row = shown;
    if (row != null && !note.isFocused() && !tags.isFocused()) {
      List<String> words =
          Arrays.stream(tags.getText().split(","))
              .map(String::strip)
              .filter(word -> !word.isEmpty())
              .toList();
      NotebookRow now =
          model.rows().stream()
              .filter(each -> each.summary().id().equals(row.summary().id()))
              .findFirst()
              .orElse(row);
      model.mark(now, new RunMark(now.mark().star(), note.getText(), words));
    }
  }

  @FXML
  private void open() {
    if (shown != null) {
      actions.open(shown);
    }
  }

  @FXML
  private void pin() {
    actions.pin(List.copyOf(list.getSelectionModel().getSelectedItems()));
  }

  @FXML
  private void replay() {
    if (shown != null) {
      actions.replay(shown);
    }
  }

  @FXML
  private void setPanels() {
    if (shown != null) {
      actions.setPanels(shown);
    }
  }

  @FXML
  private void delete() {
    if (shown != null) {
      model.delete(shown);
    }
  }

  @FXML
  private void undoDelete() {
    model.undoDelete();
  }

  @FXML
  private void dismissUndo() {
    model.dismissUndo();
  }

  @FXML
  private void compare() {
    RunPair.load(
        model,
        List.copyOf(list.getSelectionModel().getSelectedItems()),
        RunDiffController.on(overlay));
  }
}
