package org.densesteer.ui.prompt;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.TextAreas;
import org.densesteer.ui.common.TwoWay;

/** The prompt panel. */
final class PromptController {

  private static final String GREEDY = "Greedy";
  private static final String SAMPLED = "Sampled";

  private final PromptViewModel viewModel;
  private final OwnQuestionMenu own;
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
  @FXML private NumberField topK;
  @FXML private NumberField topP;
  @FXML private CheckBox penalised;
  @FXML private Hyperlink takeCheckpoint;
  @FXML private NumberField seed;

  PromptController(PromptViewModel viewModel, OwnQuestionMenu own, DialogService dialogs) {
    this.viewModel = viewModel;
    this.own = own;
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
    ProblemMenu.install(problemMenu, viewModel, dialogs, own::items);
    ReadOnlyIntegerProperty index = viewModel.indexProperty();
    ObservableValue<Integer> count = viewModel.problemsProperty().map(ProblemSet::size).orElse(0);
    TwoWay.tie(
        problemNumber.valueProperty(),
        () -> {
          problemNumber.setMax(Math.max(count.getValue(), 1));
          problemNumber.setValue(index.get() + 1);
        },
        number -> viewModel.show(number.intValue() - 1),
        count,
        index);
    problemNumber.disableProperty().bind(count.map(all -> all == 0));
    problemCount.textProperty().bind(count.map(all -> "/ " + all));
    previousProblem.disableProperty().bind(index.lessThan(1));
    nextProblem
        .disableProperty()
        .bind(index.flatMap(at -> count.map(all -> at.intValue() < 0 || at.intValue() >= all - 1)));
  }

  private String describeGold() {
    if (viewModel.questionProperty().get().isBlank()) {
      return "";
    }
    return viewModel
        .problem()
        .map(Problem::rightAnswers)
        .map(answers -> "right answer " + answers)
        .orElse("typed by hand · no answer to check against");
  }

  private void initializeDecoding() {
    DecodingViewModel model = viewModel.decoding();
    decoding.getItems().setAll(GREEDY, SAMPLED);
    TwoWay.tie(
        decoding.valueProperty(),
        model.sampledProperty().map(sampled -> sampled ? SAMPLED : GREEDY),
        choice -> model.sampledProperty().set(choice.equals(SAMPLED)));
    Fx.visible(sampling, model.sampledProperty());
    maxTokens.valueProperty().bindBidirectional(model.maxTokensProperty());
    temperature.valueProperty().bindBidirectional(model.temperatureProperty());
    topK.valueProperty().bindBidirectional(model.topKProperty());
    topP.valueProperty().bindBidirectional(model.topPProperty());
    penalised.selectedProperty().bindBidirectional(model.penalisedProperty());
    penalised.textProperty().bind(model.checkpointProperty().map(DecodingWords::penalty));
    Fx.visible(penalised, model.checkpointProperty().map(says -> says.repetitionPenalty() != 1));
    takeCheckpoint.textProperty().bind(model.checkpointProperty().map(DecodingWords::sampling));
    Fx.visible(takeCheckpoint, takeCheckpoint.textProperty().isNotEmpty());
    seed.valueProperty().bindBidirectional(model.seedProperty());
  }

  @FXML
  private void takeCheckpoint() {
    takeCheckpoint.setVisited(false);
    viewModel.decoding().takeCheckpoint();
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
