package org.densesteer.ui.prompt;

import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.TextAreas;

/** The prompt panel. */
public final class PromptController {

  private static final String GREEDY = "Greedy";
  private static final String SAMPLED = "Sampled";

  private final PromptViewModel viewModel;
  private final DialogService dialogs;

  @FXML private MenuButton problemMenu;
  @FXML private NumberField problemNumber;
  @FXML private Label problemCount;
  @FXML private Button previousProblem;
  @FXML private Button nextProblem;
  @FXML private TextArea question;
  @FXML private Label goldNote;
  @FXML private TextArea system;
  @FXML private TitledPane variablesPane;
  @FXML private TextArea variables;
  @FXML private Label variablesNote;
  @FXML private ComboBox<String> decoding;
  @FXML private NumberField maxTokens;
  @FXML private Parent sampling;
  @FXML private NumberField temperature;
  @FXML private NumberField topP;
  @FXML private NumberField seed;

  /** Creates the controller. */
  public PromptController(PromptViewModel viewModel, DialogService dialogs) {
    this.viewModel = viewModel;
    this.dialogs = dialogs;
  }

  @FXML
  private void initialize() {
    initializeProblems();
    question.textProperty().bindBidirectional(viewModel.questionProperty());
    system.textProperty().bindBidirectional(viewModel.systemProperty());
    TextAreas.tabLeaves(question);
    TextAreas.tabLeaves(system);
    goldNote
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::describeGold,
                viewModel.questionProperty(),
                viewModel.problemsProperty(),
                viewModel.indexProperty()));
    initializeVariables();
    initializeDecoding();
  }

  private void initializeVariables() {
    VariablesViewModel model = viewModel.variables();
    variables.textProperty().bindBidirectional(model.textProperty());
    TextAreas.tabLeaves(variables);
    variablesPane.setExpanded(!model.textProperty().get().isBlank());
    variablesNote.textProperty().bind(model.faultProperty());
    variablesNote.visibleProperty().bind(model.faultProperty().isNotEmpty());
    variablesNote.managedProperty().bind(variablesNote.visibleProperty());
  }

  private void initializeProblems() {
    problemMenu
        .textProperty()
        .bind(Bindings.createStringBinding(this::sourceName, viewModel.sourceProperty()));
    problemMenu.setOnShowing(
        event -> problemMenu.getItems().setAll(ProblemMenu.items(viewModel, dialogs)));
    problemMenu.getItems().setAll(ProblemMenu.items(viewModel, dialogs));
    viewModel.indexProperty().addListener((property, before, now) -> showIndex());
    viewModel.problemsProperty().addListener((property, before, now) -> showIndex());
    problemNumber
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              if (now.intValue() != viewModel.indexProperty().get() + 1) {
                viewModel.show(now.intValue() - 1);
              }
            });
    showIndex();
  }

  private void showIndex() {
    ProblemSet set = viewModel.problemsProperty().get();
    int count = set == null ? 0 : set.size();
    int index = viewModel.indexProperty().get();
    problemNumber.setMin(1);
    problemNumber.setMax(Math.max(count, 1));
    problemNumber.setValue(index + 1);
    problemNumber.setDisable(count == 0);
    problemCount.setText("/ " + count);
    previousProblem.setDisable(index <= 0);
    nextProblem.setDisable(index < 0 || index >= count - 1);
  }

  private String sourceName() {
    return viewModel.sourceProperty().get().name();
  }

  private String describeGold() {
    if (viewModel.questionProperty().get().isBlank()) {
      return "";
    }
    return viewModel
        .problem()
        .map(problem -> AnswerChecker.of(problem.style(), problem.gold()).gold())
        .map(gold -> "right answer " + gold)
        .orElse("typed by hand · no answer to check against");
  }

  private void initializeDecoding() {
    DecodingViewModel model = viewModel.decoding();
    decoding.getItems().setAll(GREEDY, SAMPLED);
    decoding.setValue(model.sampledProperty().get() ? SAMPLED : GREEDY);
    decoding
        .valueProperty()
        .addListener((property, before, now) -> model.sampledProperty().set(SAMPLED.equals(now)));
    Fx.visible(sampling, model.sampledProperty().get());
    model.sampledProperty().addListener((property, before, now) -> Fx.visible(sampling, now));
    link(maxTokens, model.maxTokensProperty());
    link(temperature, model.temperatureProperty());
    link(topP, model.topPProperty());
    link(seed, model.seedProperty());
  }

  private static void link(NumberField field, Property<Number> property) {
    field.setValue(property.getValue().doubleValue());
    field.valueProperty().addListener((observed, before, now) -> property.setValue(now));
    property.addListener((observed, before, now) -> field.setValue(now.doubleValue()));
  }

  @FXML
  private void previous() {
    viewModel.previous();
  }

  @FXML
  private void next() {
    viewModel.next();
  }
}
