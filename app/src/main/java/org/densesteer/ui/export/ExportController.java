package org.densesteer.ui.export;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.util.Duration;
import org.densesteer.common.Texts;
import org.densesteer.steering.Steering;
import org.densesteer.steering.format.ExportReport;
import org.densesteer.steering.format.UsageHint;
import org.densesteer.steering.format.VectorFormat;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.Numbers;
import org.densesteer.ui.common.Overlay;
import org.jspecify.annotations.Nullable;

/** The export of a vector: choices above, the written file and how to use it below. */
final class ExportController {

  private static final String COPY = "Copy";
  private static final String COPIED = "Copied";

  private final PauseTransition copiedShown = new PauseTransition(Duration.seconds(2));
  private final ExportViewModel viewModel;
  private final DialogService dialogs;
  private final Overlay overlay;
  private final Consumer<Steering> bundle;

  @FXML private Label subject;
  @FXML private ComboBox<VectorFormat> formatBox;
  @FXML private RadioButton oneLayer;
  @FXML private RadioButton bandOfLayers;
  @FXML private NumberField bandFrom;
  @FXML private NumberField bandTo;
  @FXML private RadioButton allLayers;
  @FXML private Parent ggufConvention;
  @FXML private RadioButton ggufOneMore;
  @FXML private RadioButton strengthKept;
  @FXML private RadioButton strengthBaked;
  @FXML private Parent result;
  @FXML private Label resultText;
  @FXML private Label warnings;
  @FXML private ComboBox<UsageHint> tools;
  @FXML private TextArea hint;
  @FXML private Label hintNote;
  @FXML private Button copyButton;
  @FXML private Button exportButton;

  ExportController(
      ExportViewModel viewModel,
      DialogService dialogs,
      Overlay overlay,
      Consumer<Steering> bundle) {
    this.bundle = bundle;
    this.viewModel = viewModel;
    this.dialogs = dialogs;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    String strength = Numbers.signed(viewModel.tuned().strength());
    int layer = viewModel.tuned().layer();
    subject.setText(subject(layer, strength));
    formatBox.setConverter(Fx.named(VectorFormat::displayName));
    formatBox.getItems().setAll(viewModel.formats());
    formatBox.valueProperty().bindBidirectional(viewModel.formatProperty());
    Fx.visible(ggufConvention, viewModel.formatProperty().isEqualTo(VectorFormats.GGUF));
    viewModel
        .ggufLayerOffsetProperty()
        .bind(Bindings.when(ggufOneMore.selectedProperty()).then(1).otherwise(0));
    offerLayers(layer);
    offerStrengths(strength);
    showReport();
    showHint();
  }

  private String subject(int layer, String strength) {
    String name = viewModel.tuned().vector().name();
    return viewModel.mixed()
        ? Texts.of(
            "%s: one vector for layers %s at once",
            name,
            viewModel.tuned().vector().directions().keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ")))
        : Texts.of("%s at layer %d, λ %s", name, layer, strength);
  }

  private void offerLayers(int layer) {
    SortedMap<Integer, float[]> directions = viewModel.tuned().vector().directions();
    int count = directions.size();
    oneLayer.setText("Layer " + layer + " only");
    allLayers.setText(count == 1 ? "All layers (1)" : "All " + count + " layers");
    (viewModel.mixed() ? allLayers : oneLayer).setSelected(true);
    bandOfLayers.setDisable(count == 1);
    layerChosen(oneLayer, LayerChoice.ONE);
    layerChosen(bandOfLayers, LayerChoice.BAND);
    layerChosen(allLayers, LayerChoice.ALL);
    for (NumberField end : List.of(bandFrom, bandTo)) {
      end.setMin(directions.firstKey());
      end.setMax(directions.lastKey());
      end.setValue(layer);
      end.disableProperty().bind(bandOfLayers.selectedProperty().not());
    }
    viewModel.bandFromProperty().bind(bandFrom.valueProperty());
    viewModel.bandToProperty().bind(bandTo.valueProperty());
  }

  private void layerChosen(RadioButton button, LayerChoice choice) {
    button
        .selectedProperty()
        .subscribe(
            chosen -> {
              if (chosen) {
                viewModel.layersProperty().set(choice);
              }
            });
  }

  private void offerStrengths(String strength) {
    strengthKept.setText(
        viewModel.mixed()
            ? "The strengths of the mix are in the vector; it is applied with strength 1"
            : "Kept apart: the vector as it is, to be applied with λ " + strength);
    strengthKept.setSelected(true);
    Optional<String> obstacle = viewModel.bakingObstacle();
    Fx.visible(strengthBaked, !viewModel.mixed());
    strengthBaked.setDisable(obstacle.isPresent());
    strengthBaked.setText(
        obstacle
            .map(why -> "Baked in. " + why)
            .orElse("Baked in: multiplied by " + strength + ", to be applied with strength 1"));
    strengthBaked.selectedProperty().bindBidirectional(viewModel.bakedProperty());
  }

  private void showReport() {
    ObservableValue<@Nullable ExportReport> report = viewModel.reportProperty();
    Fx.visible(result, viewModel.reportProperty().isNotNull());
    resultText.textProperty().bind(report.map(ExportController::words));
    warnings.textProperty().bind(report.map(written -> String.join("\n", written.warnings())));
    Fx.visible(warnings, warnings.textProperty().isNotEmpty());
    tools.setConverter(Fx.named(UsageHint::tool));
    report.subscribe(
        written -> {
          if (written != null) {
            offer(written.hints());
          }
        });
  }

  private void offer(List<UsageHint> hints) {
    tools.getItems().setAll(hints);
    tools.setValue(hints.stream().filter(UsageHint::usable).findFirst().orElse(hints.get(0)));
  }

  private static String words(ExportReport report) {
    return Texts.of(
        "Written and read back, equal bit for bit: %s (%.1f kB)",
        report.file(), report.bytes() / 1000.0);
  }

  private void showHint() {
    ObservableValue<@Nullable UsageHint> chosen = tools.valueProperty();
    hint.textProperty().bind(chosen.map(UsageHint::text).orElse(""));
    Fx.visible(hint, hint.textProperty().isNotEmpty());
    hintNote.textProperty().bind(chosen.map(UsageHint::note).orElse(""));
    copyButton.disableProperty().bind(hint.textProperty().isEmpty());
    copiedShown.setOnFinished(event -> copyButton.setText(COPY));
    chosen.subscribe(() -> copyButton.setText(COPY));
  }

  @FXML
  private void copy() {
    Fx.copy(hint.getText());
    copyButton.setText(COPIED);
    copiedShown.playFromStart();
  }

  @FXML
  private void export() {
    if (viewModel.refused()) {
      return;
    }
    VectorFormat format = viewModel.formatProperty().get();
    FileKind kind =
        new FileKind(
            format.displayName(), format.endings().stream().map(ending -> "*" + ending).toList());
    dialogs
        .saveFile("Export vector", viewModel.suggestedName(), kind, null)
        .ifPresent(viewModel::export);
  }

  @FXML
  private void exportBundle() {
    bundle.accept(viewModel.tuned());
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
