package org.densesteer.ui.steering;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableObjectValue;
import javafx.beans.value.ObservableValue;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Fit;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.UndoHistory;
import org.densesteer.ui.common.UndoOrder;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.settings.SavedMix;
import org.densesteer.ui.settings.SavedSteering;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.jspecify.annotations.Nullable;

/** Which vector works where, how strongly and how; every edit can be undone. */
public final class SteeringViewModel implements UndoOrder.Member {

  private static final double[] UNKNOWN_NORMS = {};

  private final ModelViewModel models;
  private final Settings settings;
  private final UndoHistory<SteeringState> history = new UndoHistory<>();
  private UndoOrder order = new UndoOrder();

  /** Whether a session's mix took the place of the one that was left. */
  private boolean tookOver;

  private final ReadOnlyObjectWrapper<SteeringState> state;
  private final ObservableValue<@Nullable VectorInUse> vector;
  private final ObservableValue<Integer> layers;
  private final ObjectBinding<PushScale> scale;
  private final ObservableValue<PushReadout> push;
  private final ObservableValue<String> misfit;
  private final ObjectProperty<double[]> hiddenNorms = new SimpleObjectProperty<>(UNKNOWN_NORMS);
  private final BooleanProperty live = new SimpleBooleanProperty();
  private final ReadOnlyDoubleWrapper measuredPush = new ReadOnlyDoubleWrapper(Double.NaN);
  private final ReadOnlyObjectWrapper<@Nullable SteeringState> edited =
      new ReadOnlyObjectWrapper<>();

  /** Creates the view model with what was saved. */
  public SteeringViewModel(ModelViewModel models, Settings settings) {
    this.models = models;
    this.settings = settings;
    order.join(this);
    SavedSteering saved = settings.steeringProperty().get();
    state = new ReadOnlyObjectWrapper<>(SteeringState.restored(saved));
    vector = state.map(SteeringState::vector);
    live.set(saved.live());
    live.addListener((property, before, now) -> save());
    var engine = models.engineProperty();
    layers = Bindings.createObjectBinding(this::layers, vector, engine);
    misfit = Bindings.createStringBinding(() -> misfit().orElse(""), state, engine);
    scale = Bindings.createObjectBinding(this::scale, state, engine, hiddenNorms);
    push = Bindings.createObjectBinding(this::push, state, engine, scale);
    engine.addListener((property, before, now) -> modelChanged());
  }

  /** Puts a vector in use at what it recommends; the first one is taken up as it was left. */
  public void use(VectorInUse next) {
    SteeringState present = state.get();
    if (present.vector() == null) {
      int layer = settings.steeringProperty().get().layer();
      boolean left = layer >= 0 && next.vector().hasLayer(layer);
      become(left ? present.holding(next) : present.using(next));
    } else if (!next.equals(present.vector())) {
      edit("vector", s -> s.using(next));
    }
  }

  private void modelChanged() {
    hiddenNorms.set(UNKNOWN_NORMS);
    measuredPush.set(Double.NaN);
  }

  private void edit(Object kind, UnaryOperator<SteeringState> change) {
    SteeringState before = state.get();
    SteeringState after = change.apply(before);
    if (!after.equals(before)) {
      note(kind, before);
      become(after);
      edited.set(state.get());
    }
  }

  private void note(Object kind, SteeringState before) {
    if (history.record(kind, before)) {
      order.edited(this);
    }
  }

  /** Lets its edits be taken back among those of other panels, from the start on. */
  public void join(UndoOrder all) {
    order = all;
    all.join(this);
  }

  /** The way back through its edits and those of the panels beside it. */
  public UndoOrder order() {
    return order;
  }

  private void become(SteeringState next) {
    rememberNew(state.get(), next);
    state.set(next);
    save();
  }

  private PushScale scale() {
    return PushScale.of(state.get(), hiddenNorms.get(), misfit().isEmpty());
  }

  private PushReadout push() {
    return PushReadout.of(state.get(), scale(), misfit().isEmpty());
  }

  private void save() {
    SteeringState s = state.get();
    settings.steeringProperty().set(s.saved(live.get()));
    saveVector(s.vector());
    saveMix();
  }

  /** So that a window that was not closed finds the mix and the gate's probe again. */
  private void rememberNew(SteeringState before, SteeringState now) {
    now.vectorsBesideNewTo(before)
        .forEach(each -> Settings.remember(settings.recentVectors(), each.source()));
  }

  private void saveVector(@Nullable VectorInUse vector) {
    if (vector != null && !vector.source().key().equals(settings.vectorProperty().get())) {
      settings.vectorProperty().set(vector.source().key());
      Settings.remember(settings.recentVectors(), vector.source());
    }
  }

  private void saveMix() {
    List<SavedMix> mix = state.get().mix().stream().map(MixedVector::saved).toList();
    if (!mix.equals(settings.mix())) {
      settings.mix().setAll(mix);
    }
  }

  /** Changes the layer, where the vector has it. */
  public void setLayer(int layer) {
    edit(
        "layer",
        s ->
            s.vector() != null && s.vector().vector().hasLayer(layer)
                ? s.at(layer, s.strength())
                : s);
  }

  /** Moves by some of the layers that the vector has. */
  public void moveLayer(int by) {
    VectorInUse inUse = state.get().vector();
    int layer = state.get().layer();
    for (int next = layer + by; inUse != null && next >= 0 && next < layers(); next += by) {
      if (inUse.vector().hasLayer(next)) {
        setLayer(next);
        return;
      }
    }
  }

  /** Changes λ. */
  public void setStrength(double strength) {
    edit("strength", s -> s.at(s.layer(), strength + 0.0));
  }

  /** Takes up a vector with a layer that it has and a λ, as one edit. */
  public void take(VectorInUse vector, int layer, double strength) {
    rest();
    edit("take", s -> s.holding(vector).at(layer, strength + 0.0));
    rest();
  }

  /** Changes layer and λ as one edit, where the vector has the layer. */
  void place(int layer, double strength) {
    edit("place", s -> s.placed(layer, strength + 0.0));
  }

  /** Moves λ by keyboard steps, whole or fine. */
  public void moveStrength(int steps, boolean fine) {
    PushScale s = scale.get();
    setStrength(s.rounded(state.get().strength() + steps * (fine ? s.fineStep() : s.step())));
  }

  /** Changes which positions are steered. */
  public void setWhere(Where where, int fromStep) {
    edit("where", s -> s.at(where, fromStep));
  }

  /** Changes how the direction meets the hidden state. */
  public void setOperator(Operator operator) {
    edit("operator", s -> s.by(operator));
  }

  /** Changes how all strengths follow the answer. */
  public void setGate(GateInUse gate) {
    edit("gate", s -> s.gated(gate));
  }

  /** The probe of a gate has a file now; no edit, so nothing to undo. */
  void probeLies(CosineGate gate, Source source) {
    become(state.get().probeLies(gate, source));
  }

  /** Takes up the gate of another day; no edit, so nothing to undo. */
  void restoreGate(GateInUse gate) {
    state.set(tookOver ? state.get() : state.get().gated(gate));
  }

  /**
   * Lets one vector work, alone and exactly so, as one edit.
   *
   * @return the vectors beside it that this switched off, by name
   */
  public List<String> useAlone(VectorInUse vector, Steering exactly) {
    List<String> off = state.get().mixedNames();
    rest();
    edit("alone", s -> s.alone(vector, exactly));
    rest();
    return off;
  }

  /** Goes to the state of another day as one edit, without running anew. */
  public void takeOver(SteeringState other) {
    tookOver = true;
    rest();
    if (!other.equals(state.get())) {
      note("session", state.get());
      become(other);
    }
    rest();
  }

  /** Takes up the mix of another day; no edit, so nothing to undo. */
  void restoreMix(List<MixedVector> mix) {
    if (tookOver) {
      return;
    }
    state.set(state.get().mixing(mix));
    saveMix();
  }

  /** Follows a vector file that was given another name, in what can be gone back to as well. */
  void renamed(String key, Source after) {
    history.replaceAll(before -> before.renamed(key, after));
    become(state.get().renamed(key, after));
  }

  /** Changes the vectors that work beside the one in use. */
  void editMix(Object kind, UnaryOperator<List<MixedVector>> change) {
    edit(kind, s -> s.mixing(change.apply(s.mix())));
  }

  /** Goes to what the vector recommends. */
  public void reset() {
    recommendation().ifPresent(r -> edit("reset", s -> s.at(r.layer(), r.strength())));
    history.seal();
  }

  /** Ends the present edit, such as a drag; the next one is undone on its own. */
  @Override
  public void rest() {
    history.seal();
  }

  /** Takes back the last edit. */
  @Override
  public boolean undo() {
    return history.undo(state.get()).map(this::goTo).orElse(false);
  }

  /** Does again what was taken back. */
  @Override
  public boolean redo() {
    return history.redo(state.get()).map(this::goTo).orElse(false);
  }

  private boolean goTo(SteeringState other) {
    become(other);
    edited.set(state.get());
    return true;
  }

  /** Notes how far the last run's hidden states were really moved; NaN for no run. */
  public void measured(double push) {
    measuredPush.set(push);
  }

  /** What the vector recommends; empty while there is none. */
  public Optional<Recommendation> recommendation() {
    return Optional.ofNullable(state.get().vector()).map(v -> Recommendation.of(v.vector()));
  }

  /** All that a run is to add: the vector in use, then the mix; empty while there is no vector. */
  public List<Steering> steerings() {
    return state.get().steerings();
  }

  /** The vector in use, as a run is to add it; empty while there is none. */
  public Optional<Steering> steering() {
    return state.get().steering();
  }

  /** Why a vector does not fit the model, one sentence; empty when all at work do. */
  public Optional<String> misfit() {
    RunEngine engine = models.engineProperty().get();
    return engine == null ? Optional.empty() : Fit.obstacle(steerings(), engine.info());
  }

  private int layers() {
    RunEngine engine = models.engineProperty().get();
    if (engine != null) {
      return engine.info().layers();
    }
    VectorInUse inUse = state.get().vector();
    return inUse == null ? 1 : inUse.vector().directions().lastKey() + 1;
  }

  /** Everything that can be undone. */
  public ReadOnlyObjectProperty<SteeringState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The vector in use; null while there is none. */
  public ObservableValue<@Nullable VectorInUse> vectorProperty() {
    return vector;
  }

  /** How strength and push belong together at the present layer. */
  public ObservableObjectValue<PushScale> scaleProperty() {
    return scale;
  }

  /** What there is to say of the push. */
  ObservableValue<PushReadout> pushProperty() {
    return push;
  }

  /** Why a vector at work does not fit the model, one sentence; empty when all do. */
  ObservableValue<String> misfitProperty() {
    return misfit;
  }

  /** How many layers the slider spans: the model's, or the vector's while there is no model. */
  ObservableValue<Integer> layersProperty() {
    return layers;
  }

  /** Mean ‖h‖ at the output of each decoder block over the last prompt; empty while unknown. */
  public ObjectProperty<double[]> hiddenNormsProperty() {
    return hiddenNorms;
  }

  /** Whether an edit changes the very next token instead of starting anew. */
  public BooleanProperty liveProperty() {
    return live;
  }

  /** Whether random directions of equal push ride along behind every steered run. */
  public BooleanProperty floorProperty() {
    return settings.floorProperty();
  }

  /** Mean ‖Δh‖ / ‖h‖ measured in the last run; 0 when nothing was applied, NaN for no run. */
  public ReadOnlyDoubleProperty measuredPushProperty() {
    return measuredPush.getReadOnlyProperty();
  }

  /** What a person made of it last; null before the first edit. */
  public ReadOnlyObjectProperty<@Nullable SteeringState> editedProperty() {
    return edited.getReadOnlyProperty();
  }

  /** Edits to go back to. */
  UndoHistory<SteeringState> history() {
    return history;
  }
}
