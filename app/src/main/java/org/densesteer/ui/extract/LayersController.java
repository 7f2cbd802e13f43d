package org.densesteer.ui.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.densesteer.common.Texts;
import org.densesteer.extraction.ExtractedVector;
import org.densesteer.extraction.ExtractionMethod;
import org.densesteer.extraction.LayerBand;
import org.densesteer.extraction.LayerReport;
import org.densesteer.extraction.Reading;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Menus;
import org.densesteer.ui.common.TableWidths;
import org.densesteer.ui.steering.VectorChoices;
import org.jspecify.annotations.Nullable;

/** The vector of the Extract page: how it is made, what it is like, where it goes. */
final class LayersController {

  private static final PseudoClass BAND = PseudoClass.getPseudoClass("band");

  private final ExtractionViewModel viewModel;
  private final PageJob job;
  private final DialogService dialogs;

  @FXML private ComboBox<Reading> readingBox;
  @FXML private ComboBox<ExtractionMethod> methodBox;
  @FXML private CheckBox normalised;
  @FXML private Button extractButton;
  @FXML private Label noPairs;
  @FXML private Parent progress;
  @FXML private ProgressBar progressBar;
  @FXML private Label progressText;
  @FXML private Label beforehand;
  @FXML private Parent result;
  @FXML private Label subject;
  @FXML private Label bandText;
  @FXML private TableView<LayerReport> layers;
  @FXML private SplitMenuButton useButton;
  @FXML private MenuButton saveButton;

  LayersController(ExtractionViewModel viewModel, PageJob job, DialogService dialogs) {
    this.viewModel = viewModel;
    this.job = job;
    this.dialogs = dialogs;
  }

  @FXML
  private void initialize() {
    readingBox.setConverter(Fx.named(r -> sentenceCase(r.words())));
    readingBox.getItems().setAll(Reading.values());
    readingBox.valueProperty().bindBidirectional(viewModel.readingProperty());
    methodBox.setConverter(Fx.named(m -> sentenceCase(m.words())));
    methodBox.getItems().setAll(ExtractionMethod.values());
    methodBox.valueProperty().bindBidirectional(viewModel.methodProperty());
    normalised.selectedProperty().bindBidirectional(viewModel.normalisedProperty());
    layers.getColumns().setAll(LayerColumns.all());
    TableWidths.growWithText(layers);
    layers.setRowFactory(table -> new BandRow());
    layers.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    layers
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<LayerReport>) change -> offer());
    BooleanBinding ready = viewModel.pairs().anyUsed();
    extractButton.disableProperty().bind(job.runningProperty().or(ready.not()));
    Fx.visible(noPairs, ready.not());
    useButton.disableProperty().bind(job.runningProperty());
    saveButton.disableProperty().bind(job.runningProperty());
    progressText.textProperty().bind(job.textProperty());
    progressBar.progressProperty().bind(job.fractionProperty());
    Fx.visible(progress, job.runningProperty());
    Fx.visible(beforehand, viewModel.resultProperty().isNull());
    Fx.visible(result, viewModel.resultProperty().isNotNull());
    Fx.follow(viewModel.resultProperty(), this::show);
    viewModel.resultProperty().subscribe(extracted -> offer());
  }

  private static String sentenceCase(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private void show(ExtractedVector extracted) {
    VectorMetadata metadata = extracted.vector().metadata();
    subject.setText(
        Texts.of(
            "%s: %s, %s pairs, %s",
            extracted.vector().name(),
            metadata.get(VectorMetadata.METHOD),
            metadata.get(VectorMetadata.PAIR_COUNT),
            metadata.get(VectorMetadata.MODEL_ID)));
    bandText.setText(
        extracted
            .band()
            .map(band -> describe(band, extracted.layers()))
            .orElse("The pairs do not agree on a direction at any layer."));
    layers.getItems().setAll(extracted.layers());
    layers.refresh();
    useButton.setText("Use " + LayerSelection.suggested(extracted).words());
  }

  /** What the two buttons can take of the vector. */
  private void offer() {
    useButton.getItems().setAll(items(viewModel::use));
    saveButton.getItems().setAll(items(this::save));
  }

  private List<MenuItem> items(Consumer<LayerSelection> action) {
    ExtractedVector extracted = viewModel.resultProperty().get();
    if (extracted == null) {
      return List.of();
    }
    List<LayerReport> rows =
        layers.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    List<MenuItem> items = new ArrayList<>();
    for (LayerSelection choice : LayerSelection.choices(extracted, rows)) {
      items.add(Menus.item(choice.title(), () -> action.accept(choice)));
    }
    if (rows.isEmpty()) {
      MenuItem hint = new MenuItem("Selected rows (select some in the table)");
      hint.setDisable(true);
      items.add(hint);
    }
    return items;
  }

  private static String describe(LayerBand band, List<LayerReport> layers) {
    String where =
        band.first() == band.last()
            ? Texts.of("Layer %d", band.first())
            : Texts.of("Layers %d to %d", band.first(), band.last());
    return where
        + ": here the pairs agree, and the direction is steady, best at layer "
        + band.best(layers)
        + ", which the file recommends. A place to begin a sweep, not yet a sign that steering"
        + " helps there.";
  }

  @FXML
  private void extract() {
    viewModel.extract();
  }

  @FXML
  private void cancel() {
    job.cancel();
  }

  @FXML
  private void use() {
    ExtractedVector extracted = viewModel.resultProperty().get();
    if (extracted != null) {
      viewModel.use(LayerSelection.suggested(extracted));
    }
  }

  private void save(LayerSelection chosen) {
    ExtractedVector extracted = viewModel.resultProperty().get();
    if (extracted != null) {
      String name = extracted.vector().name() + VectorFormats.SAFETENSORS.endings().get(0);
      dialogs
          .saveFile("Save vector", name, VectorChoices.FILES, null)
          .ifPresent(file -> viewModel.save(chosen, file));
    }
  }

  /** A row that shows whether its layer belongs to the suggested band. */
  private final class BandRow extends TableRow<LayerReport> {
    @Override
    protected void updateItem(@Nullable LayerReport report, boolean empty) {
      super.updateItem(report, empty);
      ExtractedVector extracted = viewModel.resultProperty().get();
      boolean inside =
          report != null
              && extracted != null
              && extracted.band().filter(band -> band.contains(report.layer())).isPresent();
      pseudoClassStateChanged(BAND, inside);
    }
  }
}
