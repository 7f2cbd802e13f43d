package org.densesteer.ui.sweep;

import javafx.beans.property.Property;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.densesteer.evaluation.plan.ChoiceRule;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.prompt.ProblemMenu;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Source;
import org.jspecify.annotations.Nullable;

/** The form of a sweep. */
public final class SweepFormController {

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

  /** Creates the controller. */
  public SweepFormController(SweepForm form, PromptViewModel prompts, DialogService dialogs) {
    this.form = form;
    this.prompts = prompts;
    this.dialogs = dialogs;
  }

  @FXML
  private void initialize() {
    problemMenu.textProperty().bind(prompts.sourceProperty().map(Source::name));
    problemMenu.setOnShowing(
        event -> problemMenu.getItems().setAll(ProblemMenu.items(prompts, dialogs)));
    problemMenu.getItems().setAll(ProblemMenu.items(prompts, dialogs));
    layersField.textProperty().bindBidirectional(form.layersProperty());
    strengthsField.textProperty().bindBidirectional(form.strengthsProperty());
    placebosField.textProperty().bindBidirectional(form.placebosProperty());
    link(limitField, form.limitProperty());
    link(splitField, form.splitProperty());
    link(seedField, form.seedProperty());
    choiceBox.getItems().setAll(ChoiceRule.values());
    choiceBox.setConverter(words());
    choiceBox.valueProperty().bindBidirectional(form.choiceProperty());
    summary.textProperty().bind(form.summaryProperty());
    leftOut.textProperty().bind(form.leftOutProperty());
    form.leftOutProperty()
        .addListener((property, before, now) -> Fx.visible(leftOut, !now.isEmpty()));
    Fx.visible(leftOut, !form.leftOutProperty().get().isEmpty());
    form.completeProperty().addListener((property, before, now) -> mark(now));
    mark(form.completeProperty().get());
  }

  private void mark(boolean complete) {
    Fx.styled(summary, "danger", !complete);
  }

  private static void link(NumberField field, Property<Number> property) {
    field.setValue(property.getValue().doubleValue());
    field.valueProperty().addListener((observed, before, now) -> property.setValue(now));
  }

  private static StringConverter<ChoiceRule> words() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable ChoiceRule rule) {
        if (rule == null) {
          return "";
        }
        return switch (rule) {
          case ACCURACY -> "accuracy";
          case DENSITY -> "density, accuracy kept";
        };
      }

      @Override
      public ChoiceRule fromString(String words) {
        throw new UnsupportedOperationException("rules are not typed in");
      }
    };
  }
}
