package org.densesteer.ui.compare;

import java.util.List;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.Overlay;

/** Asks how many strengths a fan has, and between which two they lie. */
final class FanFormController {

  private final Fan fan;
  private final double strength;
  private final Overlay overlay;

  @FXML private NumberField countField;
  @FXML private NumberField fromField;
  @FXML private NumberField toField;
  @FXML private Button openButton;

  /**
   * A form as it opens.
   *
   * @param strength λ in use, between whose half and one and a half the form begins
   */
  FanFormController(Fan fan, double strength, Overlay overlay) {
    this.fan = fan;
    this.strength = strength;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    countField.setMin(Fan.FEWEST);
    countField.setMax(Fan.MOST);
    countField.setValue(Fan.USUAL);
    fromField.setValue(strength / 2);
    toField.setValue(1.5 * strength);
    // A number box takes Enter for itself, so that no default button hears it.
    for (NumberField field : List.of(countField, fromField, toField)) {
      field.addEventHandler(ActionEvent.ACTION, event -> open());
    }
    Platform.runLater(fromField::requestFocus);
  }

  @FXML
  private void open() {
    // A box that is left takes what was typed.
    openButton.requestFocus();
    overlay.close();
    fan.open(
        FanRange.between(fromField.getValue(), toField.getValue(), (int) countField.getValue()));
  }

  @FXML
  private void cancel() {
    overlay.close();
  }
}
