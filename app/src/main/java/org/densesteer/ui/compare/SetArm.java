package org.densesteer.ui.compare;

import java.util.List;
import java.util.Optional;
import org.densesteer.common.Texts;
import org.densesteer.generation.Arm;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunSteering;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.Numbers;
import org.densesteer.ui.steering.SteeringState;
import org.densesteer.ui.steering.VectorInUse;

/**
 * A steered arm with a vector, a layer and a strength of its own; everything else, a mix beside the
 * vector too, is the panel's.
 *
 * @param vector what steers
 * @param layer 0-based decoder block that the vector has
 * @param strength λ
 * @param named whether the title tells the vector, which another arm does not use
 * @param ofFan whether it is one of a fan of strengths
 */
record SetArm(VectorInUse vector, int layer, double strength, boolean named, boolean ofFan)
    implements ArmKind {

  /** One that a person put there by itself. */
  static SetArm of(SteeringState panel, VectorInUse vector, int layer, double strength) {
    return new SetArm(vector, layer, strength + 0.0, !vector.equals(panel.vector()), false);
  }

  /**
   * What a recorded arm was; empty where it was something else, or steered by a vector that is not
   * the panel's.
   */
  static Optional<SetArm> of(RunArm recorded, SteeringState panel) {
    VectorInUse inUse = panel.vector();
    if (inUse == null || recorded.steerings().isEmpty() || !recorded.changes().isEmpty()) {
      return Optional.empty();
    }
    RunSteering first = recorded.steerings().get(0);
    SetArm own = of(panel, inUse, first.layer(), first.strength());
    boolean same =
        inUse.vector().hasLayer(first.layer())
            && RunSteering.all(own.steerings(panel)).equals(recorded.steerings());
    return same ? Optional.of(own) : Optional.empty();
  }

  /** The same at another strength, as one of a fan. */
  SetArm inFan(double other) {
    return new SetArm(vector, layer, other + 0.0, named, true);
  }

  /** What a run is to add. */
  List<Steering> steerings(SteeringState panel) {
    return panel.steeringsWith(vector, layer, strength);
  }

  /** The arm of a run. */
  Arm arm(SteeringState panel) {
    return Arm.beside(steerings(panel));
  }

  /** Whether it would answer as another one does. */
  boolean sameAs(SetArm other) {
    return vector.vector().equals(other.vector.vector())
        && layer == other.layer
        && strength == other.strength;
  }

  @Override
  public String title() {
    String place = Texts.of("ℓ %d · λ %s", layer, Numbers.signed(strength));
    return named ? vector.vector().name() + " · " + place : place;
  }

  @Override
  public String describe() {
    return Texts.of(
        "%s at layer %d, λ %s, whatever the sliders say",
        vector.vector().name(), layer, Numbers.signed(strength));
  }
}
