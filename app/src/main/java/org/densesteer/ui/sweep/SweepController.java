package org.densesteer.ui.sweep;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.TableWidths;
import org.jspecify.annotations.Nullable;

/** The Sweep page beside its form: heat map, progress, and the problems of a cell. */
final class SweepController {

  private final SweepViewModel viewModel;
  private final SweepListViewModel list;
  private final SweepActions actions;
  private final SweepExport export;

  @FXML private Node form;
  @FXML private Button sweepRun;
  @FXML private Button sweepPause;
  @FXML private Button sweepStop;
  @FXML private ProgressBar progressBar;
  @FXML private Node progressLine;
  @FXML private Label progressText;
  @FXML private ComboBox<Measure> measureBox;
  @FXML private Button reportButton;
  @FXML private MenuButton exportMenu;
  @FXML private MenuItem csvItem;
  @FXML private MenuItem jsonItem;
  @FXML private MenuItem latexItem;
  @FXML private MenuItem markdownItem;
  @FXML private MenuItem copyLatexItem;
  @FXML private MenuItem copyMarkdownItem;
  @FXML private MenuItem placebosItem;
  @FXML private Hyperlink listLink;
  @FXML private Node sweepTable;
  @FXML private Node sweepSplit;
  @FXML private Label mapTitle;
  @FXML private HeatMapView heatMap;
  @FXML private Label legend;
  @FXML private Label cellTitle;
  @FXML private Label placebosTitle;
  @FXML private ToggleGroup cellGroup;
  @FXML private ToggleButton problemsToggle;
  @FXML private ToggleButton placebosToggle;
  @FXML private Node placebos;
  @FXML private Button openButton;
  @FXML private TableView<ProblemLine> problemTable;
  @FXML private TableColumn<ProblemLine, String> idColumn;
  @FXML private TableColumn<ProblemLine, String> questionColumn;
  @FXML private TableColumn<ProblemLine, String> baselineColumn;
  @FXML private TableColumn<ProblemLine, String> answerColumn;
  private HeatPicture.@Nullable Cell selected;
  private @Nullable SweepRun of;

  SweepController(
      SweepViewModel viewModel, SweepListViewModel list, SweepActions actions, SweepExport export) {
    this.viewModel = viewModel;
    this.list = list;
    this.actions = actions;
    this.export = export;
  }

  @FXML
  private void initialize() {
    initializeBar();
    heatMap.setDetails(viewModel::describe);
    heatMap.setOnSelect(
        cell -> {
          actions.use(Objects.requireNonNull(viewModel.shown()), cell);
          problemsToggle.setSelected(true);
          select(cell);
        });
    bindMap();
    initializeTable();
    Fx.alwaysOne(cellGroup);
    problemsToggle.setSelected(true);
    Fx.visible(cellTitle, problemsToggle.selectedProperty());
    Fx.visible(placebosTitle, placebosToggle.selectedProperty());
    Fx.visible(problemTable, problemsToggle.selectedProperty());
    Fx.visible(openButton, problemsToggle.selectedProperty());
    Fx.visible(placebos, placebosToggle.selectedProperty());
    // What a sweep was for comes first; a cell's problems are a click away.
    Fx.follow(viewModel.resultsProperty(), results -> placebosToggle.setSelected(true));
    select(null);
  }

  private void initializeBar() {
    measureBox.getItems().setAll(Measure.values());
    measureBox.setConverter(Fx.named(Measure::title));
    measureBox.valueProperty().bindBidirectional(viewModel.measureProperty());
    progressText.textProperty().bind(viewModel.progressTextProperty());
    progressBar.progressProperty().bind(viewModel.progressProperty());
    ReadOnlyObjectProperty<SweepState> state = viewModel.stateProperty();
    ObservableValue<Boolean> active = state.map(SweepState::active);
    sweepPause.disableProperty().bind(state.map(now -> !now.active() && now != SweepState.STOPPED));
    sweepStop.disableProperty().bind(active.map(now -> !now));
    form.disableProperty().bind(active);
    Fx.visible(progressBar, active);
    Fx.visible(progressLine, state.isNotEqualTo(SweepState.EMPTY));
    sweepPause
        .textProperty()
        .bind(
            state.map(
                now -> now == SweepState.PAUSED || now == SweepState.STOPPED ? "Go on" : "Pause"));
    sweepRun
        .disableProperty()
        .bind(
            active.flatMap(
                now -> viewModel.form().completeProperty().map(complete -> now || !complete)));
    var unfinished = viewModel.resultsProperty().isNull();
    reportButton.disableProperty().bind(unfinished);
    csvItem.disableProperty().bind(unfinished);
    jsonItem.disableProperty().bind(unfinished);
    for (MenuItem item : List.of(latexItem, markdownItem, copyLatexItem, copyMarkdownItem)) {
      item.disableProperty().bind(unfinished);
    }
    placebosItem.disableProperty().bind(unfinished);
    exportMenu.disableProperty().bind(viewModel.pictureProperty().isNull());
  }

  private void initializeTable() {
    problemTable.setPlaceholder(new Label(""));
    TableWidths.growWithText(problemTable);
    problemTable.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column(idColumn, line -> line.problem().id());
    column(questionColumn, line -> line.problem().question().replaceAll("\\s+", " "));
    column(baselineColumn, ProblemLine::baselineText);
    column(answerColumn, ProblemLine::answerText);
    problemTable.setRowFactory(
        table -> {
          TableRow<ProblemLine> row = new TableRow<>();
          row.setOnMouseClicked(
              event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                  open();
                }
              });
          return row;
        });
    problemTable.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            open();
            event.consume();
          }
        });
    openButton
        .disableProperty()
        .bind(problemTable.getSelectionModel().selectedItemProperty().isNull());
  }

  private static void column(
      TableColumn<ProblemLine, String> column, Function<ProblemLine, String> text) {
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(text.apply(row.getValue())).getReadOnlyProperty());
  }

  private void bindMap() {
    ReadOnlyObjectProperty<@Nullable HeatPicture> picture = viewModel.pictureProperty();
    BooleanBinding listed = picture.isNull().or(list.askedProperty());
    Fx.visible(sweepTable, listed);
    Fx.visible(sweepSplit, listed.not());
    listLink.textProperty().bind(listed.map(now -> now ? "Back to the map" : "All sweeps"));
    mapTitle
        .textProperty()
        .bind(picture.map(now -> now.measure().title() + " by layer and strength"));
    legend
        .textProperty()
        .bind(
            picture.map(
                now ->
                    Texts.of(
                        "Colours are centred on the baseline, %s: blue is below it, orange above. Framed: the"
                            + " best cell by rule. Hatched, ▾: over the cliff, where answers break down.",
                        now.measure().format(now.baseline()))));
    Fx.follow(
        picture,
        now -> {
          heatMap.show(now);
          SweepRun run = viewModel.shown();
          if (run != of) {
            of = run;
            heatMap.clearSelection();
            select(null);
          } else if (selected != null) {
            refresh(selected);
          }
        });
  }

  private void select(HeatPicture.@Nullable Cell cell) {
    selected = cell;
    if (cell == null) {
      cellTitle.setText("Choose a cell to see its problems; its settings go to the sliders");
      problemTable.getItems().clear();
    } else {
      cellTitle.setText(viewModel.describe(cell).replace("\n", " · "));
      refresh(cell);
    }
  }

  private void refresh(HeatPicture.Cell cell) {
    // Intervals take their time; while answers stream in the tooltip has them.
    if (!viewModel.stateProperty().get().active()) {
      cellTitle.setText(viewModel.describe(cell).replace("\n", " · "));
    }
    int row = problemTable.getSelectionModel().getSelectedIndex();
    problemTable.getItems().setAll(viewModel.problems(cell));
    problemTable.getSelectionModel().select(Math.max(row, 0));
  }

  @FXML
  private void run() {
    viewModel.run();
  }

  @FXML
  private void pause() {
    if (viewModel.stateProperty().get() == SweepState.RUNNING) {
      viewModel.pause();
    } else {
      viewModel.resume();
    }
  }

  @FXML
  private void toList() {
    list.askedProperty().set(!list.askedProperty().get());
    if (list.askedProperty().get()) {
      list.refresh();
    }
  }

  @FXML
  private void stop() {
    viewModel.stop();
  }

  @FXML
  private void open() {
    ProblemLine line = problemTable.getSelectionModel().getSelectedItem();
    if (line != null) {
      actions.open(
          Objects.requireNonNull(viewModel.shown()),
          Objects.requireNonNull(selected),
          line.problem());
    }
  }

  @FXML
  private void csv() {
    export.csv();
  }

  @FXML
  private void json() {
    export.json();
  }

  @FXML
  private void latex() {
    export.latex();
  }

  @FXML
  private void markdown() {
    export.markdown();
  }

  @FXML
  private void copyLatex() {
    export.copyLatex();
  }

  @FXML
  private void copyMarkdown() {
    export.copyMarkdown();
  }

  @FXML
  private void mapFigure() {
    export.map();
  }

  @FXML
  private void placebosFigure() {
    export.placebos();
  }

  @FXML
  private void report() {
    export.report();
  }
}
