package org.densesteer.ui.steering;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableObjectValue;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.TwoWay;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steering panel. */
final class SteeringController {

  private static final double THUMB = 16;

  private final SteeringViewModel viewModel;
  private final MixerViewModel mixer;
  private final MixFile mixFile;
  private final SafeBandViewModel safe;
  private final Strips strips;
  private final VectorChoices vectors;
  private final Runnable export;
  private final Runnable makeProbe;

  @FXML private Button undoButton;
  @FXML private Button redoButton;
  @FXML private NumberField layerField;
  @FXML private LayerBars layerBars;
  @FXML private Slider layerSlider;
  @FXML private Pane layerStrip;
  @FXML private NumberField strengthField;
  @FXML private Slider strengthSlider;
  @FXML private Label pushText;
  @FXML private Pane strengthStrip;
  @FXML private Label safeText;
  @FXML private Label misfitText;
  @FXML private ComboBox<Where> whereBox;
  @FXML private ComboBox<Operator> operatorBox;
  @FXML private NumberField fromStepField;
  @FXML private Parent fromStepRow;
  @FXML private ComboBox<GateKind> gateBox;
  @FXML private Pane gateFields;
  @FXML private Pane mix;
  @FXML private ToggleButton restartToggle;
  @FXML private ToggleButton liveToggle;
  @FXML private CheckBox floorBox;
  @FXML private FontIcon lightIcon;
  @FXML private Label lightText;
  @FXML private Label measuredText;
  @FXML private Button resetButton;
  @FXML private Button exportButton;

  /**
   * Creates the controller.
   *
   * @param mixFile takes the mix to a file or the library
   * @param safe what the last sweep found
   * @param strips the question at every layer and strength
   * @param vectors the vectors to choose a probe from
   * @param export opens the export of the vector in use
   * @param makeProbe opens the making of a gate's probe
   */
  SteeringController(
      SteeringViewModel viewModel,
      MixerViewModel mixer,
      MixFile mixFile,
      SafeBandViewModel safe,
      Strips strips,
      VectorChoices vectors,
      Runnable export,
      Runnable makeProbe) {
    this.viewModel = viewModel;
    this.mixer = mixer;
    this.mixFile = mixFile;
    this.safe = safe;
    this.strips = strips;
    this.vectors = vectors;
    this.export = export;
    this.makeProbe = makeProbe;
  }

  @FXML
  private void initialize() {
    whereBox.getItems().setAll(Where.values());
    operatorBox.getItems().setAll(Operator.values());
    mix.getChildren().setAll(new MixerPane(viewModel, mixer, mixFile));
    layerStrip.getChildren().setAll(new StripPane(strips.layers()));
    gateFields.getChildren().setAll(new GateFields(viewModel, vectors, gateBox, makeProbe));
    strengthStrip.getChildren().setAll(new StripPane(strips.strengths()));
    undoButton.disableProperty().bind(viewModel.order().canUndoProperty().not());
    redoButton.disableProperty().bind(viewModel.order().canRedoProperty().not());
    tieLayer();
    tieStrength();
    tieChoices();
    Fx.says(misfitText, viewModel.misfitProperty());
    viewModel.measuredPushProperty().subscribe(push -> showLight(push.doubleValue()));
    ObservableValue<VectorInUse> vector = viewModel.vectorProperty();
    ObservableValue<Boolean> none = state().map(s -> s.vector() == null);
    exportButton.disableProperty().bind(none);
    resetButton.disableProperty().bind(none);
    resetButton
        .textProperty()
        .bind(
            vector
                .map(inUse -> Recommendation.of(inUse.vector()).byMaker())
                .orElse(true)
                .map(made -> made ? "Reset to recommended" : "Reset to middle layer, λ 1"));
  }

  private void tieLayer() {
    ObservableValue<VectorInUse> vector = viewModel.vectorProperty();
    ObservableValue<Integer> layers = viewModel.layersProperty();
    ObservableValue<Integer> layer = state().map(SteeringState::layer);
    vector.subscribe(inUse -> showNorms());
    layers.subscribe(count -> showNorms());
    layer.subscribe(layerBars::select);
    layerBars.setOnSelect(viewModel::setLayer);
    TwoWay.tie(
        layerSlider.valueProperty(),
        () -> {
          layerSlider.setMax(Math.max(layers.getValue() - 1, 1));
          layerSlider.setValue(layer.getValue());
        },
        wanted -> viewModel.setLayer((int) Math.round(wanted.doubleValue())),
        layers,
        layer);
    TwoWay.tie(
        layerField.valueProperty(),
        () -> {
          layerField.setMax(layers.getValue() - 1);
          layerField.setValue(layer.getValue());
        },
        wanted -> viewModel.setLayer(wanted.intValue()),
        layers,
        layer);
    layerField.disableProperty().bind(state().map(s -> s.vector() == null));
    layerSlider
        .disableProperty()
        .bind(vector.flatMap(inUse -> layers.map(count -> count < 2)).orElse(true));
    layerSlider
        .paddingProperty()
        .bind(layerBars.widthProperty().flatMap(width -> layers.map(count -> inset(width, count))));
    SliderKeys.install(
        layerSlider,
        (steps, fine) -> viewModel.moveLayer(steps),
        () -> viewModel.recommendation().ifPresent(r -> viewModel.setLayer(r.layer())));
    layerSlider.setOnMouseReleased(event -> viewModel.rest());
  }

  private void showNorms() {
    VectorInUse inUse = viewModel.vectorProperty().getValue();
    layerBars.show(
        viewModel.layersProperty().getValue(),
        layer -> inUse == null ? 0 : inUse.vector().norm(layer));
  }

  /** Brings the thumb's middle under the middles of the first and the last bar. */
  private static Insets inset(Number width, int bars) {
    double side = Math.max(0, (width.doubleValue() / bars - THUMB) / 2);
    return new Insets(0, side, 0, side);
  }

  private void tieStrength() {
    ObservableValue<Double> strength = state().map(SteeringState::strength);
    ObservableObjectValue<PushScale> scale = viewModel.scaleProperty();
    TwoWay.tie(
        strengthSlider.valueProperty(),
        () -> {
          strengthSlider.setMin(-scale.get().limit());
          strengthSlider.setMax(scale.get().limit());
          strengthSlider.setValue(strength.getValue());
        },
        wanted -> viewModel.setStrength(scale.get().rounded(wanted.doubleValue())),
        scale,
        strength);
    scale.subscribe(now -> strengthField.setStep(now.step()));
    TwoWay.tie(
        strengthField.valueProperty(),
        strength,
        wanted -> viewModel.setStrength(wanted.doubleValue()));
    ObservableValue<Boolean> noStrength =
        state().map(s -> s.vector() == null || s.operator() == Operator.ABLATE);
    strengthSlider.disableProperty().bind(noStrength);
    strengthField.disableProperty().bind(noStrength);
    ObservableValue<PushReadout> push = viewModel.pushProperty();
    pushText.textProperty().bind(push.map(PushReadout::words));
    Fx.styled(pushText, push.map(PushReadout::styleClass));
    StrengthTrack.bind(strengthSlider, push.map(PushReadout::band), safe.bandProperty());
    Fx.says(safeText, safe.bandProperty().map(StrengthTrack::words).orElse(""));
    SliderKeys.install(
        strengthSlider,
        viewModel::moveStrength,
        () -> viewModel.recommendation().ifPresent(r -> viewModel.setStrength(r.strength())));
    strengthSlider.setOnMouseReleased(event -> viewModel.rest());
  }

  private void tieChoices() {
    TwoWay.tie(
        whereBox.valueProperty(),
        state().map(SteeringState::where),
        where -> viewModel.setWhere(where, state().get().fromStep()));
    TwoWay.tie(
        fromStepField.valueProperty(),
        state().map(SteeringState::fromStep),
        step -> viewModel.setWhere(state().get().where(), step.intValue()));
    Fx.visible(fromStepRow, state().map(s -> s.where() == Where.FROM_STEP));
    TwoWay.tie(
        operatorBox.valueProperty(), state().map(SteeringState::operator), viewModel::setOperator);
    liveToggle.selectedProperty().bindBidirectional(viewModel.liveProperty());
    floorBox.selectedProperty().bindBidirectional(viewModel.floorProperty());
    restartToggle.setSelected(!liveToggle.isSelected());
    Fx.alwaysOne(liveToggle.getToggleGroup());
  }

  private ReadOnlyObjectProperty<SteeringState> state() {
    return viewModel.stateProperty();
  }

  private void showLight(double push) {
    Fx.styled(lightIcon, "light-on", push > 0);
    Fx.styled(lightText, "light-on", push > 0);
    if (Double.isNaN(push)) {
      lightIcon.setIconLiteral("fth-circle");
      lightText.setText("not run yet");
      measuredText.setText("");
    } else if (push > 0) {
      lightIcon.setIconLiteral("fth-check-circle");
      lightText.setText("steering applied");
      measuredText.setText(Texts.of("Δh %.2g", push));
    } else {
      lightIcon.setIconLiteral("fth-minus-circle");
      lightText.setText("not applied");
      measuredText.setText("Δh 0");
    }
  }

  @FXML
  private void undo() {
    viewModel.order().undo();
  }

  @FXML
  private void redo() {
    viewModel.order().redo();
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
