package org.densesteer.ui.sweep;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.ChoiceRule;
import org.densesteer.evaluation.plan.LayerRange;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.Numbers;
import org.densesteer.ui.prompt.ProblemMenu;
import org.densesteer.ui.prompt.PromptViewModel;

/** The form of a sweep. */
final class SweepFormController {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final SweepForm form;
  private final SweepEstimate estimated;
  private final PromptViewModel prompts;
  private final DialogService dialogs;
  private final Runnable showCompare;

  @FXML private MenuButton problemMenu;
  @FXML private NumberField limitField;
  @FXML private NumberField splitField;
  @FXML private NumberField seedField;
  @FXML private LayerStrip layerStrip;
  @FXML private TextField layersField;
  @FXML private Label layersFlaw;
  @FXML private RadioButton rangedStrengths;
  @FXML private RadioButton listedStrengths;
  @FXML private Node strengthRange;
  @FXML private TextField fromField;
  @FXML private TextField toField;
  @FXML private TextField stepField;
  @FXML private TextField strengthsField;
  @FXML private Label strengthsFlaw;
  @FXML private NumberField randomField;
  @FXML private NumberField shuffledField;
  @FXML private TextField otherLayers;
  @FXML private CheckBox flippedBox;
  @FXML private CheckBox conciseBox;
  @FXML private Label placebosFlaw;
  @FXML private ComboBox<ChoiceRule> choiceBox;
  @FXML private Label summary;
  @FXML private Label estimate;
  @FXML private Hyperlink measureLink;
  @FXML private VBox takenBox;
  @FXML private Label leftOut;

  /**
   * Creates the controller.
   *
   * @param showCompare brings the page to the front on which the other settings are
   */
  SweepFormController(
      SweepForm form,
      SweepEstimate estimated,
      PromptViewModel prompts,
      DialogService dialogs,
      Runnable showCompare) {
    this.form = form;
    this.estimated = estimated;
    this.prompts = prompts;
    this.dialogs = dialogs;
    this.showCompare = showCompare;
  }

  @FXML
  private void initialize() {
    ProblemMenu.install(problemMenu, prompts, dialogs);
    limitField.valueProperty().bindBidirectional(form.limitProperty());
    splitField.valueProperty().bindBidirectional(form.splitProperty());
    seedField.valueProperty().bindBidirectional(form.seedProperty());
    initializeLayers();
    initializeStrengths();
    initializePlacebos();
    choiceBox.getItems().setAll(ChoiceRule.values());
    choiceBox.setConverter(Fx.named(SweepFormController::words));
    choiceBox.valueProperty().bindBidirectional(form.choiceProperty());
    Fx.says(summary, form.summaryProperty());
    Fx.says(estimate, estimated.textProperty());
    measureLink.disableProperty().bind(estimated.measurableProperty().not());
    Fx.follow(form.takenProperty(), this::showTaken);
    Fx.says(leftOut, form.leftOutProperty());
  }

  private void initializeLayers() {
    layersField.textProperty().bindBidirectional(form.layersProperty());
    Fx.says(layersFlaw, form.layersFlawProperty());
    wrong(layersField, form.layersFlawProperty().map(flaw -> !flaw.isEmpty()));
    layerStrip.setOnChoose(layers -> form.layersProperty().set(LayerRange.text(layers)));
    Fx.follow(form.offeredProperty(), offered -> layerStrip.show(offered.layers(), offered.with()));
    Fx.follow(form.layersProperty(), this::showLayers);
  }

  private void showLayers(String typed) {
    try {
      layerStrip.choose(LayerRange.parse(typed));
    } catch (FaultException e) {
      // The field says it.
      layerStrip.choose(List.of());
    }
  }

  private void initializeStrengths() {
    StrengthEntry strengths = form.strengths();
    rangedStrengths.selectedProperty().bindBidirectional(strengths.rangedProperty());
    listedStrengths.setSelected(!strengths.rangedProperty().get());
    strengths.rangedProperty().subscribe((before, now) -> listedStrengths.setSelected(!now));
    Fx.visible(strengthRange, strengths.rangedProperty());
    Fx.visible(strengthsField, strengths.rangedProperty().not());
    fromField.textProperty().bindBidirectional(strengths.fromProperty());
    toField.textProperty().bindBidirectional(strengths.toProperty());
    stepField.textProperty().bindBidirectional(strengths.stepProperty());
    strengthsField.textProperty().bindBidirectional(strengths.listProperty());
    Fx.says(strengthsFlaw, form.strengthsFlawProperty());
    ObservableValue<Boolean> flawed = form.strengthsFlawProperty().map(flaw -> !flaw.isEmpty());
    wrong(strengthsField, flawed);
    List<TextField> parts = List.of(fromField, toField, stepField);
    for (TextField part : parts) {
      // Where one box alone cannot be read, only that one is marked.
      wrong(part, flawed.flatMap(is -> part.textProperty().map(text -> is && isAtFault(text))));
    }
  }

  private boolean isAtFault(String text) {
    boolean someUnread =
        List.of(fromField, toField, stepField).stream()
            .anyMatch(field -> Numbers.parse(field.getText()).isEmpty());
    return !someUnread || Numbers.parse(text).isEmpty();
  }

  private void initializePlacebos() {
    PlaceboEntry placebos = form.placebos();
    randomField.valueProperty().bindBidirectional(placebos.randomProperty());
    shuffledField.valueProperty().bindBidirectional(placebos.shuffledProperty());
    otherLayers.textProperty().bindBidirectional(placebos.layersProperty());
    flippedBox.selectedProperty().bindBidirectional(placebos.flippedProperty());
    conciseBox.selectedProperty().bindBidirectional(placebos.conciseProperty());
    Fx.says(placebosFlaw, form.placebosFlawProperty());
    wrong(
        shuffledField,
        form.placebosFlawProperty().map(flaw -> flaw.contains("shuffled-pair control")));
    wrong(
        otherLayers,
        form.placebosFlawProperty()
            .map(flaw -> !flaw.isEmpty() && !flaw.contains("shuffled-pair control")));
  }

  private static void wrong(Node field, ObservableValue<Boolean> wrong) {
    Fx.follow(wrong, is -> field.pseudoClassStateChanged(WRONG, is));
  }

  private void showTaken(List<SweepTaken.Line> lines) {
    takenBox
        .getChildren()
        .setAll(lines.stream().map(line -> new Label(line.name() + ": " + line.value())).toList());
    for (Node line : takenBox.getChildren()) {
      line.getStyleClass().add("note");
      ((Label) line).setWrapText(true);
      ((Label) line).setMinHeight(Label.USE_PREF_SIZE);
    }
  }

  @FXML
  private void measure() {
    estimated.measure();
  }

  @FXML
  private void change() {
    showCompare.run();
  }

  private static String words(ChoiceRule rule) {
    return switch (rule) {
      case ACCURACY -> "accuracy";
      case DENSITY -> "density, accuracy kept";
    };
  }
}
