package org.densesteer.ui.figures;

import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.image.ImageView;
import org.densesteer.common.FaultException;
import org.densesteer.figure.FigureFormat;
import org.densesteer.figure.FigureSize;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.RestTimer;

/** The sheet on which a figure is saved. */
final class FigureController {

  private static final int PREVIEW = 640;
  private static final int REST_MS = 200;

  private final FigureViewModel model;
  private final DialogService dialogs;
  private final Overlay overlay;
  private final RestTimer rest;

  @FXML private ComboBox<FigureFormat> formatBox;
  @FXML private ComboBox<FigurePlace> placeBox;
  @FXML private Node ownSize;
  @FXML private NumberField widthField;
  @FXML private NumberField heightField;
  @FXML private NumberField textField;
  @FXML private Node pixels;
  @FXML private NumberField dpiField;
  @FXML private ImageView preview;

  FigureController(FigureViewModel model, DialogService dialogs, Overlay overlay) {
    this.model = model;
    this.dialogs = dialogs;
    this.overlay = overlay;
    this.rest = RestTimer.onFxThread(REST_MS);
  }

  @FXML
  private void initialize() {
    formatBox.getItems().setAll(FigureFormat.values());
    formatBox.setConverter(Fx.named(FigureFormat::description));
    formatBox.valueProperty().bindBidirectional(model.formatProperty());
    placeBox.getItems().setAll(FigurePlace.values());
    placeBox.setConverter(Fx.named(FigurePlace::title));
    placeBox.valueProperty().bindBidirectional(model.placeProperty());
    for (NumberField length : List.of(widthField, heightField)) {
      length.setMin(FigureSize.LEAST_MM);
      length.setMax(FigureSize.MOST_MM);
    }
    widthField.valueProperty().bindBidirectional(model.widthProperty());
    heightField.valueProperty().bindBidirectional(model.heightProperty());
    textField.valueProperty().bindBidirectional(model.textProperty());
    dpiField.valueProperty().bindBidirectional(model.dpiProperty());
    Fx.visible(ownSize, model.placeProperty().map(place -> place == FigurePlace.OWN));
    Fx.visible(pixels, model.formatProperty().map(format -> format == FigureFormat.PNG));
    model
        .previewProperty()
        .subscribe(
            image -> preview.setImage(image == null ? null : SwingFXUtils.toFXImage(image, null)));
    model.placeProperty().subscribe(place -> draw());
    for (NumberField each : List.of(widthField, heightField, textField)) {
      each.valueProperty().subscribe((before, now) -> rest.restart(this::draw));
    }
  }

  private void draw() {
    model.drawPreview(PREVIEW);
  }

  @FXML
  private void save() {
    try {
      model.size();
    } catch (FaultException e) {
      model.refuse(e);
      return;
    }
    FigureFormat format = model.formatProperty().get();
    FileKind kind = new FileKind(format.description(), List.of("*." + format.ending()));
    dialogs
        .saveFile("Save figure", model.suggestedName(), kind, null)
        .ifPresent(
            file -> {
              model.save(file);
              overlay.close();
            });
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
