package org.densesteer.ui.steering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.VectorGate;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.ui.settings.SavedMix;
import org.densesteer.ui.settings.SavedSteering;
import org.densesteer.ui.settings.Source;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be undone in the steering panel.
 *
 * @param vector the vector in use; null before there is one
 * @param layer 0-based decoder block
 * @param strength λ
 * @param where which positions
 * @param fromStep first reasoning step steered, from 1
 * @param operator how the direction meets the hidden state
 * @param gate how all strengths follow the answer
 * @param mix vectors that work beside the one in use
 */
public record SteeringState(
    @Nullable VectorInUse vector,
    int layer,
    double strength,
    Where where,
    int fromStep,
    Operator operator,
    GateInUse gate,
    List<MixedVector> mix) {

  /** The panel as it was left, still without its vectors. */
  static SteeringState restored(SavedSteering saved) {
    return new SteeringState(
        null,
        Math.max(saved.layer(), 0),
        saved.strength(),
        Where.named(saved.where()),
        saved.fromStep(),
        saved.operator(),
        GateInUse.restored(saved.gate()),
        List.of());
  }

  /**
   * The panel of another day.
   *
   * @param saved how the vector in use worked; at what it recommends where it lacks the layer
   * @param inUse the vector in use
   * @param mix the vectors beside it, each by its name in {@code vectors}; one that is not there is
   *     left out
   * @param probe name in {@code vectors} of a cosine gate's probe; null for other gates
   */
  public static SteeringState restored(
      SavedSteering saved,
      VectorInUse inUse,
      List<SavedMix> mix,
      @Nullable String probe,
      Map<String, VectorInUse> vectors) {
    SteeringState state =
        restored(saved)
            .holding(inUse)
            .gated(GateInUse.restored(saved.gate(), probe == null ? null : vectors.get(probe)));
    return (inUse.vector().hasLayer(state.layer())
            ? state
            : state.at(Recommendation.of(inUse.vector()).layer(), state.strength()))
        .mixing(
            mix.stream()
                .filter(each -> vectors.containsKey(each.vector()))
                .map(each -> MixedVector.restored(vectors.get(each.vector()), each))
                .toList());
  }

  /** Freezes the mix. */
  public SteeringState {
    mix = List.copyOf(mix);
  }

  /** How settings remember it, beside its vectors. */
  public SavedSteering saved(boolean live) {
    return new SavedSteering(
        layer, strength, where.name(), fromStep, operator, live, gate.argument());
  }

  /** Which positions are steered. */
  public Positions positions() {
    return where.positions(fromStep);
  }

  /** The vector in use, as a run is to add it; empty while there is none. */
  Optional<Steering> steering() {
    return Optional.ofNullable(vector)
        .map(
            used ->
                new Steering(used.vector(), layer, strength, positions(), operator, gate.gate()));
  }

  /** The vector in use, those beside it, and the gate's probe where its file is known. */
  public List<VectorInUse> vectors() {
    return Stream.of(
            Stream.ofNullable(vector),
            mix.stream().map(MixedVector::vector),
            gate.probeInUse().stream())
        .flatMap(each -> each)
        .toList();
  }

  /** Of the vectors beside the one in use and the gate's probe those that were not there before. */
  List<VectorInUse> vectorsBesideNewTo(SteeringState before) {
    List<VectorInUse> known = before.vectors();
    return vectors().stream().filter(each -> !known.contains(each) && each != vector).toList();
  }

  /** The names of the vectors that work beside the one in use. */
  List<String> mixedNames() {
    return mix.stream()
        .filter(MixedVector::on)
        .map(mixed -> mixed.vector().vector().name())
        .toList();
  }

  /** All that a run is to add: the vector in use, then the mix. */
  public List<Steering> steerings() {
    return Stream.concat(
            steering().stream(),
            mix.stream()
                .filter(MixedVector::on)
                .map(mixed -> mixed.steering(positions()).gated(gate.gate())))
        .toList();
  }

  /** The same with another vector, layer and strength in use; the mix beside it stays. */
  public List<Steering> steeringsWith(VectorInUse other, int otherLayer, double otherStrength) {
    return holding(other).at(otherLayer, otherStrength).steerings();
  }

  /** Another vector at what it recommends; under another name only, where it worked before. */
  SteeringState using(VectorInUse other) {
    if (vector != null && vector.vector().renamed(other.vector().name()).equals(other.vector())) {
      return holding(other);
    }
    Recommendation start = Recommendation.of(other.vector());
    SteeringState state = holding(other).at(start.layer(), start.strength()).gated(gateFor(other));
    return start.byMaker() && other.vector().metadata().appliesEveryLayer()
        ? state.unfolding(other, start.layer())
        : state;
  }

  /** The gate that a vector is made for; else as now, unless that came with the vector before. */
  private GateInUse gateFor(VectorInUse other) {
    Gate its = VectorGate.of(other.vector());
    if (!its.constant()) {
      return GateInUse.of(its);
    }
    boolean came = vector != null && VectorGate.of(vector.vector()).equals(gate.gate());
    return came ? GateInUse.CONSTANT : gate;
  }

  /** Another vector where the present one worked. */
  SteeringState holding(VectorInUse other) {
    return new SteeringState(other, layer, strength, where, fromStep, operator, gate, mix);
  }

  /** The same after a vector file was given another name, wherever it is at work. */
  SteeringState renamed(String key, Source after) {
    return new SteeringState(
        vector == null ? null : vector.renamed(key, after),
        layer,
        strength,
        where,
        fromStep,
        operator,
        gate.renamed(key, after),
        mix.stream().map(mixed -> mixed.renamed(key, after)).toList());
  }

  SteeringState at(int newLayer, double newStrength) {
    return new SteeringState(vector, newLayer, newStrength, where, fromStep, operator, gate, mix);
  }

  /** The same at a layer and λ, where the vector in use has the layer. */
  SteeringState placed(int newLayer, double newStrength) {
    return vector != null && vector.vector().hasLayer(newLayer) ? at(newLayer, newStrength) : this;
  }

  SteeringState at(Where newWhere, int newFromStep) {
    return new SteeringState(vector, layer, strength, newWhere, newFromStep, operator, gate, mix);
  }

  SteeringState by(Operator newOperator) {
    return new SteeringState(vector, layer, strength, where, fromStep, newOperator, gate, mix);
  }

  /**
   * A mix that was made one vector works as it did: at every one of its layers, at its positions
   * and with its operator.
   */
  private SteeringState unfolding(VectorInUse mixture, int first) {
    VectorMetadata metadata = mixture.vector().metadata();
    SteeringState state = by(metadata.operator().orElse(Operator.ADD));
    Positions positions = metadata.positions().orElse(Positions.EVERYWHERE);
    return state
        .at(Where.of(positions), Math.max(positions.fromStep(), state.fromStep()))
        .mixing(
            MixedVector.recommended(mixture).stream().filter(one -> one.layer() != first).toList());
  }

  /** One vector at work as {@code exactly} says, every other one switched off. */
  public SteeringState alone(VectorInUse only, Steering exactly) {
    Positions positions = exactly.positions();
    return holding(only)
        .at(exactly.layer(), exactly.strength() + 0.0)
        .by(exactly.operator())
        .gated(new GateInUse(exactly.gate(), probeOf(exactly.gate(), only)))
        .at(Where.of(positions), positions.fromStep() > 1 ? positions.fromStep() : fromStep)
        .mixing(mix.stream().map(mixed -> mixed.switched(false)).toList());
  }

  /** Where the probe of a gate came from, where it is known: it is the vector itself, or as now. */
  private @Nullable Source probeOf(Gate wanted, VectorInUse only) {
    if (wanted.equals(gate.gate())) {
      return gate.probe();
    }
    return wanted instanceof CosineGate cosine && cosine.probe().vector().equals(only.vector())
        ? only.source()
        : null;
  }

  SteeringState gated(GateInUse newGate) {
    return new SteeringState(vector, layer, strength, where, fromStep, operator, newGate, mix);
  }

  /** The same with the file that a gate's probe was written to, where that is still the gate. */
  SteeringState probeLies(CosineGate probed, Source source) {
    return gate.equals(GateInUse.of(probed)) ? gated(new GateInUse(probed, source)) : this;
  }

  SteeringState mixing(List<MixedVector> newMix) {
    return new SteeringState(vector, layer, strength, where, fromStep, operator, gate, newMix);
  }
}
