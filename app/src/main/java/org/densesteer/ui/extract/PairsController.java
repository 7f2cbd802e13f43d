package org.densesteer.ui.extract;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
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
import org.densesteer.extraction.PairDraft;
import org.densesteer.extraction.QuestionTemplate;
import org.densesteer.extraction.rewrite.PairAssessment;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Menus;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.TableWidths;
import org.densesteer.ui.common.TextAreas;
import org.densesteer.ui.prompt.ProblemMenu;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Source;

/** The pairs of the Extract page: where they come from, the table, the texts. */
final class PairsController {

  private static final FileKind PAIRS =
      new FileKind("Contrastive pairs, one JSON object a line", List.of("*.jsonl"));
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private final PairsViewModel viewModel;
  private final PairMaker maker;
  private final ExtractionViewModel extraction;
  private final PromptViewModel prompts;
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

  PairsController(
      PairsViewModel viewModel,
      PairMaker maker,
      ExtractionViewModel extraction,
      PromptViewModel prompts,
      DialogService dialogs) {
    this.viewModel = viewModel;
    this.maker = maker;
    this.extraction = extraction;
    this.prompts = prompts;
    this.dialogs = dialogs;
  }

  @FXML
  private void initialize() {
    table.getColumns().setAll(PairColumns.all());
    TableWidths.growWithText(table);
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
    PairEditor editor = new PairEditor(table.getSelectionModel().selectedItemProperty());
    editor.ask(question, flags);
    editor.answer(
        sparse, PairDraft::sparse, viewModel::editSparse, sparseMeasures, PairAssessment::sparse);
    editor.answer(
        dense, PairDraft::dense, viewModel::editDense, denseMeasures, PairAssessment::dense);
    summary
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> PairWords.summary(viewModel.items()), viewModel.items()));
    formBox.getItems().setAll(PromptForm.values());
    formBox.valueProperty().bindBidirectional(extraction.formProperty());
    ownTemplate.textProperty().bindBidirectional(extraction.ownTemplateProperty());
    TextAreas.tabLeaves(ownTemplate);
    ObservableValue<Boolean> own = formBox.valueProperty().map(PromptForm.OWN::equals);
    Fx.visible(ownForm, own);
    Fx.visible(
        ownTemplateGap,
        own.flatMap(
            mine ->
                ownTemplate
                    .textProperty()
                    .map(text -> mine && !text.contains(QuestionTemplate.PLACE))));
    undoText.textProperty().bind(viewModel.undoOfferProperty());
    Fx.visible(undoBar, viewModel.undoOfferProperty().isNotEmpty());
    Menus.fill(makeMenu, () -> ProblemMenu.items(prompts, dialogs, this::make));
    Menus.fill(densifyMenu, this::densifyItems);
    disableWhileBusy();
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

  private List<MenuItem> densifyItems() {
    MenuItem which = Menus.item(PairWords.chosen(chosen(), viewModel.items().size()), () -> {});
    which.setDisable(true);
    return List.of(
        which,
        new SeparatorMenuItem(),
        Menus.item("By rule: merge adjacent steps", () -> maker.densifyByRule(chosen())),
        Menus.item("By the loaded model", () -> maker.densifyByModel(chosen())),
        Menus.item("By a second checkpoint…", this::densifyByCheckpoint));
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
