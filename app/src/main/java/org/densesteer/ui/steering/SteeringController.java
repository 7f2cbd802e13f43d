package org.densesteer.ui.steering;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import org.densesteer.evaluation.results.StrengthBand;
import org.densesteer.steering.Operator;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.model.ModelViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steering panel. */
public final class SteeringController {

  private static final double THUMB = 16;

  private final SteeringViewModel viewModel;
  private final ModelViewModel models;
  private final MixerViewModel mixer;
  private final MixFile mixFile;
  private final SafeBandViewModel safe;
  private final Runnable export;

  @FXML private Button undoButton;
  @FXML private Button redoButton;
  @FXML private NumberField layerField;
  @FXML private LayerBars layerBars;
  @FXML private Slider layerSlider;
  @FXML private NumberField strengthField;
  @FXML private Slider strengthSlider;
  @FXML private Label pushText;
  @FXML private Label safeText;
  @FXML private Label misfitText;
  @FXML private ComboBox<Where> whereBox;
  @FXML private ComboBox<Operator> operatorBox;
  @FXML private NumberField fromStepField;
  @FXML private Parent fromStepRow;
  @FXML private Pane mix;
  @FXML private ToggleButton restartToggle;
  @FXML private ToggleButton liveToggle;
  @FXML private FontIcon lightIcon;
  @FXML private Label lightText;
  @FXML private Label measuredText;
  @FXML private Button resetButton;
  @FXML private Button exportButton;

  private @Nullable SteeringVector shownVector;
  private int shownLayers;
  private boolean updating;

  /**
   * Creates the controller.
   *
   * @param mixFile takes the mix to a file or the library
   * @param safe what the last sweep found
   * @param export opens the export of the vector in use
   */
  public SteeringController(
      SteeringViewModel viewModel,
      ModelViewModel models,
      MixerViewModel mixer,
      MixFile mixFile,
      SafeBandViewModel safe,
      Runnable export) {
    this.viewModel = viewModel;
    this.models = models;
    this.mixer = mixer;
    this.mixFile = mixFile;
    this.safe = safe;
    this.export = export;
  }

  @FXML
  private void initialize() {
    whereBox.getItems().setAll(Where.values());
    operatorBox.getItems().setAll(Operator.values());
    mix.getChildren().setAll(new MixerPane(viewModel, mixer, mixFile));
    listenToPerson();
    undoButton.disableProperty().bind(viewModel.history().canUndoProperty().not());
    redoButton.disableProperty().bind(viewModel.history().canRedoProperty().not());
    liveToggle.setSelected(viewModel.liveProperty().get());
    restartToggle.setSelected(!viewModel.liveProperty().get());
    viewModel.stateProperty().addListener((property, before, now) -> show());
    viewModel.scaleProperty().addListener((property, before, now) -> show());
    models.engineProperty().addListener((property, before, now) -> show());
    safe.bandProperty().addListener((property, before, now) -> show());
    viewModel.measuredPushProperty().addListener((property, before, now) -> showLight());
    layerBars.widthProperty().addListener((property, before, now) -> alignLayerSlider());
    show();
    showLight();
  }

  private void listenToPerson() {
    layerBars.setOnSelect(viewModel::setLayer);
    layerSlider.valueProperty().addListener((property, before, now) -> layerMoved(now));
    strengthSlider
        .valueProperty()
        .addListener(
            (property, before, now) ->
                byPerson(
                    () ->
                        viewModel.setStrength(
                            viewModel.scaleProperty().get().rounded(now.doubleValue()))));
    layerField
        .valueProperty()
        .addListener((property, before, now) -> byPerson(() -> viewModel.setLayer(now.intValue())));
    strengthField
        .valueProperty()
        .addListener(
            (property, before, now) -> byPerson(() -> viewModel.setStrength(now.doubleValue())));
    SliderKeys.install(
        layerSlider, (steps, fine) -> viewModel.moveLayer(steps), this::layerDefault);
    SliderKeys.install(strengthSlider, viewModel::moveStrength, this::strengthDefault);
    layerSlider.setOnMouseReleased(event -> viewModel.rest());
    strengthSlider.setOnMouseReleased(event -> viewModel.rest());
    whereBox.valueProperty().addListener((property, before, now) -> byPerson(this::whereChosen));
    fromStepField
        .valueProperty()
        .addListener((property, before, now) -> byPerson(this::whereChosen));
    operatorBox
        .valueProperty()
        .addListener((p, before, now) -> byPerson(() -> viewModel.setOperator(now)));
    liveToggle
        .selectedProperty()
        .addListener((property, before, now) -> viewModel.liveProperty().set(now));
    Fx.alwaysOne(liveToggle.getToggleGroup());
  }

  private void byPerson(Runnable edit) {
    if (!updating) {
      edit.run();
    }
  }

  private void layerMoved(Number value) {
    int layer = (int) Math.round(value.doubleValue());
    byPerson(
        () -> {
          viewModel.setLayer(layer);
          // A layer that the vector lacks is not taken: the thumb goes back.
          show();
        });
  }

  private void layerDefault() {
    viewModel.recommendation().ifPresent(r -> viewModel.setLayer(r.layer()));
  }

  private void strengthDefault() {
    viewModel.recommendation().ifPresent(r -> viewModel.setStrength(r.strength()));
  }

  private void whereChosen() {
    viewModel.setWhere(whereBox.getValue(), (int) fromStepField.getValue());
  }

  private void show() {
    updating = true;
    SteeringState state = viewModel.stateProperty().get();
    VectorInUse inUse = state.vector();
    showLayers(inUse == null ? null : inUse.vector(), state.layer());
    PushScale scale = viewModel.scaleProperty().get();
    double limit = scale.limit();
    strengthSlider.setMin(-limit);
    strengthSlider.setMax(limit);
    strengthSlider.setValue(Math.max(-limit, Math.min(state.strength(), limit)));
    strengthField.setValue(state.strength());
    strengthField.setStep(scale.step());
    PushBand band =
        scale.known() || state.strength() == 0
            ? PushBand.of(state.strength() == 0 ? 0 : scale.push(state.strength()))
            : PushBand.MODERATE;
    boolean noStrength = inUse == null || state.operator() == Operator.ABLATE;
    strengthSlider.setDisable(noStrength);
    strengthField.setDisable(noStrength);
    showSafe(band);
    showPush(scale, state, band);
    whereBox.setValue(state.where());
    fromStepField.setValue(state.fromStep());
    Fx.visible(fromStepRow, state.where() == Where.FROM_STEP);
    operatorBox.setValue(state.operator());
    misfitText.setText(viewModel.misfit().orElse(""));
    Fx.visible(misfitText, !misfitText.getText().isEmpty());
    resetButton.setText(
        viewModel.recommendation().map(Recommendation::byMaker).orElse(true)
            ? "Reset to recommended"
            : "Reset to middle layer, λ 1");
    resetButton.setDisable(inUse == null);
    exportButton.setDisable(inUse == null);
    updating = false;
  }

  private void showSafe(PushBand band) {
    StrengthBand swept = safe.bandProperty().get();
    StrengthTrack.paint(strengthSlider, band, swept);
    safeText.setText(swept == null ? "" : StrengthTrack.words(swept));
    Fx.visible(safeText, swept != null);
  }

  private void showLayers(@Nullable SteeringVector vector, int layer) {
    int layers = viewModel.layers();
    if (vector != shownVector || layers != shownLayers) {
      shownVector = vector;
      shownLayers = layers;
      layerBars.show(layers, each -> vector == null ? 0 : vector.norm(each));
      layerSlider.setMax(Math.max(layers - 1, 1));
      layerField.setMin(0);
      layerField.setMax(layers - 1);
      layerSlider.setDisable(vector == null || layers < 2);
      layerField.setDisable(vector == null);
      alignLayerSlider();
    }
    layerBars.select(layer);
    layerSlider.setValue(layer);
    layerField.setValue(layer);
  }

  private void alignLayerSlider() {
    double inset = Math.max(0, (layerBars.pitch() - THUMB) / 2);
    layerSlider.setPadding(new Insets(0, inset, 0, inset));
  }

  private void showPush(PushScale scale, SteeringState state, PushBand band) {
    pushText.getStyleClass().removeIf(name -> name.startsWith("push-"));
    if (state.vector() == null) {
      pushText.setText("no vector");
    } else if (state.operator() == Operator.ABLATE) {
      pushText.setText("removes the part along v");
    } else if (viewModel.misfit().isPresent()) {
      pushText.setText("none: a vector does not fit");
    } else if (!scale.known() && state.strength() != 0) {
      pushText.setText("known once the prompt is read");
    } else {
      double percent = 100 * (state.strength() == 0 ? 0 : scale.push(state.strength()));
      pushText.setText(
          String.format(Locale.ROOT, percent < 9.95 ? "%.1f" : "%.0f", percent)
              + " % of ‖h‖ · "
              + band.words());
      pushText.getStyleClass().add("push-" + band.tone());
    }
  }

  private void showLight() {
    double push = viewModel.measuredPushProperty().get();
    Fx.styled(lightIcon, "light-on", push > 0);
    Fx.styled(lightText, "light-on", push > 0);
    if (Double.isNaN(push)) {
      lightIcon.setIconLiteral("fth-circle");
      lightText.setText("not run yet");
      measuredText.setText("");
    } else if (push > 0) {
      lightIcon.setIconLiteral("fth-check-circle");
      lightText.setText("steering applied");
      measuredText.setText(String.format(Locale.ROOT, "Δh %.2g", push));
    } else {
      lightIcon.setIconLiteral("fth-minus-circle");
      lightText.setText("not applied");
      measuredText.setText("Δh 0");
    }
  }

  @FXML
  private void undo() {
    viewModel.undo();
  }

  @FXML
  private void redo() {
    viewModel.redo();
  }

  @FXML
  private void reset() {
    viewModel.reset();
  }

  @FXML
  private void exportVector() {
    export.run();
  }
}
