package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.settings.Source;

/** The form for an arm with settings of its own. */
final class ArmFormController {

  private final ArmForm form;
  private final Overlay overlay;

  @FXML private Label title;
  @FXML private ComboBox<Source> vectorBox;
  @FXML private NumberField layerField;
  @FXML private NumberField strengthField;
  @FXML private Label faultText;
  @FXML private Button doneButton;

  ArmFormController(ArmForm form, Overlay overlay) {
    this.form = form;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    SetArm start = form.start();
    title.setText(form.isNew() ? "An arm with other settings" : "Settings of " + start.title());
    doneButton.setText(form.isNew() ? "Add arm" : "Change arm");
    List<Source> sources = new ArrayList<>(form.vectors());
    Source own = start.vector().source();
    if (sources.stream().noneMatch(source -> source.key().equals(own.key()))) {
      sources.add(0, own);
    }
    vectorBox.getItems().setAll(sources);
    vectorBox.setConverter(Fx.named(Source::name));
    sources.stream()
        .filter(source -> source.key().equals(own.key()))
        .findFirst()
        .ifPresent(vectorBox::setValue);
    layerField.setValue(start.layer());
    strengthField.setValue(start.strength());
    // A number box takes Enter for itself, so that no default button hears it.
    layerField.addEventHandler(ActionEvent.ACTION, event -> done());
    strengthField.addEventHandler(ActionEvent.ACTION, event -> done());
    Fx.says(faultText, form.faultProperty());
    Platform.runLater(strengthField::requestFocus);
  }

  @FXML
  private void done() {
    // A box that is left takes what was typed.
    doneButton.requestFocus();
    form.apply(vectorBox.getValue(), (int) layerField.getValue(), strengthField.getValue());
  }

  @FXML
  private void cancel() {
    overlay.close();
  }
}
