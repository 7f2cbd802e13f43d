package org.densesteer.ui.extract;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.densesteer.extraction.QuestionTemplate;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.TextAreas;
import org.densesteer.ui.settings.Source;

/** The pairs of the Extract page: where they come from, the table, the texts. */
public final class PairsController {

  private static final FileKind PAIRS =
      new FileKind("Contrastive pairs, one JSON object a line", List.of("*.jsonl"));
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final FileKind PROBLEMS =
      new FileKind("Problems, one JSON object a line", List.of("*.jsonl"));

  private final PairsViewModel viewModel;
  private final PairMaker maker;
  private final ExtractionViewModel extraction;
  private final DialogService dialogs;

  @FXML private Label summary;
  @FXML private Button importButton;
  @FXML private MenuButton makeMenu;
  @FXML private NumberField wanted;
  @FXML private MenuButton densifyMenu;
  @FXML private Button removeButton;
  @FXML private Button saveButton;
  @FXML private ComboBox<PromptForm> formBox;
  @FXML private Parent ownForm;
  @FXML private TextArea ownTemplate;
  @FXML private Label ownTemplateGap;
  @FXML private Button clearButton;
  @FXML private Parent undoBar;
  @FXML private Label undoText;
  @FXML private TableView<PairItem> table;
  @FXML private Label question;
  @FXML private TextArea sparse;
  @FXML private TextArea dense;
  @FXML private Label sparseMeasures;
  @FXML private Label denseMeasures;
  @FXML private Label flags;

  /** Creates the controller. */
  public PairsController(
      PairsViewModel viewModel,
      PairMaker maker,
      ExtractionViewModel extraction,
      DialogService dialogs) {
    this.viewModel = viewModel;
    this.maker = maker;
    this.extraction = extraction;
    this.dialogs = dialogs;
  }

  @FXML
  private void initialize() {
    table.getColumns().setAll(PairColumns.all());
    table.setItems(viewModel.items());
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DELETE) {
            remove();
          } else if (event.getCode() == KeyCode.SPACE) {
            tick();
          } else if (UNDO.match(event)) {
            viewModel.undo();
            event.consume();
          }
        });
    PairEditor editor =
        new PairEditor(viewModel, question, sparse, dense, sparseMeasures, denseMeasures, flags);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> editor.edit(now));
    summary
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> PairWords.summary(viewModel.items()), viewModel.items()));
    formBox.getItems().setAll(PromptForm.values());
    formBox.valueProperty().bindBidirectional(extraction.formProperty());
    ownTemplate.textProperty().bindBidirectional(extraction.ownTemplateProperty());
    TextAreas.tabLeaves(ownTemplate);
    formBox.valueProperty().addListener((property, before, now) -> showForm());
    ownTemplate.textProperty().addListener((property, before, now) -> showForm());
    showForm();
    viewModel.undoOfferProperty().addListener((property, before, now) -> showUndo(now));
    showUndo(viewModel.undoOfferProperty().get());
    makeMenu.setOnShowing(event -> makeMenu.getItems().setAll(makeItems()));
    makeMenu.getItems().setAll(makeItems());
    densifyMenu.setOnShowing(event -> densifyMenu.getItems().setAll(densifyItems()));
    densifyMenu.getItems().setAll(densifyItems());
    disableWhileBusy();
  }

  private void showForm() {
    boolean own = formBox.getValue() == PromptForm.OWN;
    Fx.visible(ownForm, own);
    Fx.visible(ownTemplateGap, own && !ownTemplate.getText().contains(QuestionTemplate.PLACE));
  }

  private void showUndo(String offer) {
    Fx.visible(undoBar, !offer.isEmpty());
    undoText.setText(offer);
  }

  private void disableWhileBusy() {
    ReadOnlyBooleanProperty busy = viewModel.job().runningProperty();
    BooleanBinding nothing = Bindings.isEmpty(viewModel.items()).or(busy);
    importButton.disableProperty().bind(busy);
    makeMenu.disableProperty().bind(busy);
    densifyMenu.disableProperty().bind(nothing);
    saveButton.disableProperty().bind(nothing);
    removeButton
        .disableProperty()
        .bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
    clearButton.disableProperty().bind(Bindings.isEmpty(viewModel.items()));
  }

  private List<MenuItem> makeItems() {
    List<MenuItem> items = new ArrayList<>();
    for (Source source : maker.problems()) {
      items.add(item(source.name(), () -> make(source)));
    }
    items.add(new SeparatorMenuItem());
    items.add(item("Open problem file…", this::openProblems));
    return items;
  }

  private List<MenuItem> densifyItems() {
    MenuItem which = new MenuItem(PairWords.chosen(chosen(), viewModel.items().size()));
    which.setMnemonicParsing(false);
    which.setDisable(true);
    return List.of(
        which,
        new SeparatorMenuItem(),
        item("By rule: merge adjacent steps", () -> maker.densifyByRule(chosen())),
        item("By the loaded model", () -> maker.densifyByModel(chosen())),
        item("By a second checkpoint…", this::densifyByCheckpoint));
  }

  private static MenuItem item(String name, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  /**
   * The selected pairs where there are several, else all that lack a dense answer, else the
   * selected one, else all.
   */
  private List<PairItem> chosen() {
    List<PairItem> selected = List.copyOf(table.getSelectionModel().getSelectedItems());
    if (selected.size() > 1) {
      return selected;
    }
    List<PairItem> lacking =
        viewModel.items().stream().filter(item -> item.draft().dense().isBlank()).toList();
    if (!lacking.isEmpty()) {
      return lacking;
    }
    return selected.isEmpty() ? List.copyOf(viewModel.items()) : selected;
  }

  private void make(Source source) {
    extraction
        .template()
        .ifPresent(template -> maker.make(source, (int) wanted.getValue(), template));
  }

  private void openProblems() {
    dialogs
        .openFile("Open problem file", List.of(PROBLEMS), null)
        .ifPresent(file -> make(Source.problems(file)));
  }

  private void densifyByCheckpoint() {
    List<PairItem> pairs = chosen();
    dialogs
        .openFolder("Open the checkpoint that rewrites", null)
        .ifPresent(folder -> maker.densifyByCheckpoint(folder, pairs));
  }

  @FXML
  private void importPairs() {
    dialogs.openFile("Import pairs", List.of(PAIRS), null).ifPresent(viewModel::importFile);
  }

  @FXML
  private void savePairs() {
    dialogs.saveFile("Save pairs", "pairs.jsonl", PAIRS, null).ifPresent(viewModel::save);
  }

  @FXML
  private void remove() {
    viewModel.remove(table.getSelectionModel().getSelectedItems());
  }

  /** Ticks the selected pairs, or unticks them where all of them are ticked. */
  private void tick() {
    List<PairItem> selected = table.getSelectionModel().getSelectedItems();
    boolean all = selected.stream().allMatch(item -> item.usedProperty().get());
    selected.forEach(item -> item.usedProperty().set(!all));
  }

  @FXML
  private void clear() {
    viewModel.remove(viewModel.items());
  }

  @FXML
  private void undo() {
    viewModel.undo();
  }

  @FXML
  private void dismissUndo() {
    viewModel.forgetUndo();
  }
}
