package org.densesteer.ui.vectors;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.densesteer.common.Texts;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.library.LibraryEntry;
import org.densesteer.steering.library.VectorSummary;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Numbers;
import org.densesteer.ui.common.TextAreas;
import org.densesteer.ui.steering.LayerBars;
import org.densesteer.ui.steering.Recommendation;
import org.jspecify.annotations.Nullable;

/** One vector of the library, beside the table. */
final class DetailsController {

  private final DetailsViewModel viewModel;
  private final LibraryViewModel library;
  private final Consumer<Steering> export;

  @FXML private Label nothing;
  @FXML private VBox content;
  @FXML private TextField nameField;
  @FXML private Label facts;
  @FXML private LayerBars norms;
  @FXML private Label readOnlyNote;
  @FXML private Pane findings;
  @FXML private TextField tagsField;
  @FXML private TextArea noteArea;
  @FXML private Label metadata;
  @FXML private Parent foot;
  @FXML private Button useButton;
  @FXML private Button mixButton;
  @FXML private Button exportVectorButton;
  @FXML private Button deleteButton;

  /**
   * Creates the controller.
   *
   * @param export opens the export of a vector
   */
  DetailsController(DetailsViewModel viewModel, Consumer<Steering> export) {
    this.viewModel = viewModel;
    this.library = viewModel.library();
    this.export = export;
  }

  @FXML
  private void initialize() {
    nameField.setOnAction(event -> rename());
    onLeaving(nameField, this::rename);
    tagsField.setOnAction(event -> annotate());
    onLeaving(tagsField, this::annotate);
    onLeaving(noteArea, this::annotate);
    TextAreas.tabLeaves(noteArea);
    ObjectProperty<@Nullable LibraryEntry> selected = library.selectedProperty();
    Fx.visible(nothing, selected.isNull());
    Fx.visible(content, selected.isNotNull());
    Fx.visible(foot, selected.isNotNull());
    Fx.follow(selected, this::show);
    for (Button button : List.of(useButton, mixButton, exportVectorButton)) {
      button.disableProperty().bind(viewModel.vectorProperty().isNull());
    }
    useButton
        .accessibleTextProperty()
        .bind(viewModel.vectorProperty().map(Recommendation::of).map(DetailsController::words));
    viewModel.findingsProperty().subscribe(now -> FindingList.show(findings, now));
  }

  private static void onLeaving(Node field, Runnable action) {
    field
        .focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                action.run();
              }
            });
  }

  /** A refused name is not left standing; an accepted one comes back with the selection. */
  private void rename() {
    LibraryEntry entry = library.selectedProperty().get();
    String wanted = nameField.getText();
    if (entry != null && !wanted.equals(entry.name())) {
      nameField.setText(entry.name());
      library.rename(wanted);
    }
  }

  private void annotate() {
    library.annotate(noteArea.getText().strip(), DetailsViewModel.tags(tagsField.getText()));
  }

  private void show(LibraryEntry entry) {
    VectorSummary summary = entry.summary();
    boolean mine = !entry.readOnly();
    nameField.setText(entry.name());
    nameField.setEditable(mine);
    tagsField.setText(String.join(", ", entry.annotation().tags()));
    tagsField.setDisable(!mine);
    noteArea.setText(entry.annotation().note());
    noteArea.setDisable(!mine);
    deleteButton.setDisable(!mine);
    Fx.visible(readOnlyNote, !mine);
    norms.show(summary.norms().lastKey() + 1, layer -> summary.norms().getOrDefault(layer, 0.0));
    facts.setText(facts(summary));
    metadata.setText(
        summary.metadata().entries().entrySet().stream()
            .filter(each -> !each.getKey().equals(VectorMetadata.GATE_PROBE))
            .map(each -> each.getKey().replace('_', ' ') + ": " + each.getValue())
            .reduce((a, b) -> a + "\n" + b)
            .orElse("The file says nothing about itself."));
  }

  private static String facts(VectorSummary summary) {
    String model = summary.model().isEmpty() ? "model unknown" : summary.model();
    if (summary.metadata().appliesEveryLayer()) {
      return Texts.of(
          "%s · a mix for %s at once · %d wide",
          model, summary.layersWords(), summary.hiddenSize());
    }
    OptionalInt layer = summary.metadata().recommendedLayer();
    OptionalDouble strength = summary.metadata().recommendedStrength();
    return Texts.of(
        "%s · %s · %d wide%s%s",
        model,
        summary.layersWords(),
        summary.hiddenSize(),
        layer.isPresent() ? " · recommended layer " + layer.getAsInt() : "",
        layer.isPresent() && strength.isPresent()
            ? ", λ " + Numbers.signed(strength.getAsDouble())
            : "");
  }

  private static String words(Recommendation start) {
    return Texts.of("Use at layer %d, strength %.2f", start.layer(), start.strength());
  }

  @FXML
  private void use() {
    viewModel.use();
  }

  @FXML
  private void addToMix() {
    viewModel.addToMix();
  }

  @FXML
  private void exportVector() {
    SteeringVector vector = viewModel.vectorProperty().get();
    if (vector != null) {
      viewModel.recommendation().ifPresent(r -> export.accept(tuned(vector, r)));
    }
  }

  private static Steering tuned(SteeringVector vector, Recommendation start) {
    return Steering.asFiled(vector, start.layer(), start.strength());
  }

  @FXML
  private void duplicate() {
    library.duplicate();
  }

  @FXML
  private void delete() {
    library.delete();
  }
}
