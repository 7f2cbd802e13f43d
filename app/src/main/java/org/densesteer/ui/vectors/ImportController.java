package org.densesteer.ui.vectors;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import org.densesteer.common.Texts;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.steering.format.VectorRead;
import org.densesteer.steering.library.VectorSummary;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.steering.LayerBars;

/** A file on its way into the library: what it holds, what is wrong with it, what to call it. */
final class ImportController {

  private final ImportViewModel viewModel;
  private final Overlay overlay;

  @FXML private Label fileText;
  @FXML private Label factsText;
  @FXML private LayerBars importNorms;
  @FXML private Parent conventions;
  @FXML private RadioButton asApplied;
  @FXML private RadioButton oneLower;
  @FXML private Parent layerQuestion;
  @FXML private TextField importLayer;
  @FXML private Pane importFindings;
  @FXML private TextField importName;
  @FXML private Button skipButton;

  ImportController(ImportViewModel viewModel, Overlay overlay) {
    this.viewModel = viewModel;
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    importName.textProperty().bindBidirectional(viewModel.nameProperty());
    importLayer.textProperty().bindBidirectional(viewModel.layerProperty());
    viewModel.ggufLayerOffsetProperty().subscribe(now -> showConvention(now.intValue()));
    oneLower
        .selectedProperty()
        .subscribe(now -> viewModel.ggufLayerOffsetProperty().set(now ? 1 : 0));
    Fx.follow(viewModel.readProperty(), this::show);
  }

  private void showConvention(int offset) {
    (offset == 1 ? oneLower : asApplied).setSelected(true);
  }

  private void show(VectorRead read) {
    VectorSummary summary = VectorSummary.of(read.vector());
    fileText.setText(String.valueOf(viewModel.file()));
    factsText.setText(
        Texts.of(
            "%s, %s · %s · %d wide%s",
            read.format().displayName(),
            read.dtype(),
            summary.layersWords(),
            summary.hiddenSize(),
            summary.model().isEmpty() ? "" : " · " + summary.model()));
    importNorms.show(
        summary.norms().lastKey() + 1, layer -> summary.norms().getOrDefault(layer, 0.0));
    Fx.visible(conventions, read.format().equals(VectorFormats.GGUF));
    Fx.visible(layerQuestion, viewModel.asksForLayer());
    importLayer.setPromptText(viewModel.namedLayerWords());
    FindingList.show(importFindings, viewModel.findings());
    skipButton.setText(viewModel.waiting() > 0 ? "Skip" : "Cancel");
  }

  @FXML
  private void take() {
    viewModel.take();
  }

  @FXML
  private void skip() {
    viewModel.skip();
    if (viewModel.file() == null) {
      overlay.close();
    }
  }
}
