package org.densesteer.ui.sweep;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import org.densesteer.evaluation.plan.ChoiceRule;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.prompt.ProblemMenu;
import org.densesteer.ui.prompt.PromptViewModel;

/** The form of a sweep. */
final class SweepFormController {

  private final SweepForm form;
  private final PromptViewModel prompts;
  private final DialogService dialogs;

  @FXML private MenuButton problemMenu;
  @FXML private NumberField limitField;
  @FXML private NumberField splitField;
  @FXML private NumberField seedField;
  @FXML private TextField layersField;
  @FXML private TextField strengthsField;
  @FXML private TextField placebosField;
  @FXML private ComboBox<ChoiceRule> choiceBox;
  @FXML private Label summary;
  @FXML private Label leftOut;

  SweepFormController(SweepForm form, PromptViewModel prompts, DialogService dialogs) {
    this.form = form;
    this.prompts = prompts;
    this.dialogs = dialogs;
  }

  @FXML
  private void initialize() {
    ProblemMenu.install(problemMenu, prompts, dialogs);
    layersField.textProperty().bindBidirectional(form.layersProperty());
    strengthsField.textProperty().bindBidirectional(form.strengthsProperty());
    placebosField.textProperty().bindBidirectional(form.placebosProperty());
    limitField.valueProperty().bindBidirectional(form.limitProperty());
    splitField.valueProperty().bindBidirectional(form.splitProperty());
    seedField.valueProperty().bindBidirectional(form.seedProperty());
    choiceBox.getItems().setAll(ChoiceRule.values());
    choiceBox.setConverter(Fx.named(SweepFormController::words));
    choiceBox.valueProperty().bindBidirectional(form.choiceProperty());
    summary.textProperty().bind(form.summaryProperty());
    Fx.styled(summary, form.completeProperty().map(complete -> complete ? "" : "danger"));
    Fx.says(leftOut, form.leftOutProperty());
  }

  private static String words(ChoiceRule rule) {
    return switch (rule) {
      case ACCURACY -> "accuracy";
      case DENSITY -> "density, accuracy kept";
    };
  }
}
