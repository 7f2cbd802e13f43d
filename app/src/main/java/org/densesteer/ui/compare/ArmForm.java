package org.densesteer.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.densesteer.common.Texts;
import org.densesteer.steering.Fit;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.SteeringState;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorChoices;
import org.densesteer.ui.steering.VectorInUse;
import org.jspecify.annotations.Nullable;

/** Asks for vector, layer and strength of an arm, a new one or one that is there. */
final class ArmForm {

  private final ExtraArms extras;
  private final ModelViewModel models;
  private final SteeringViewModel steering;
  private final VectorChoices vectors;
  private final @Nullable ExtraArm edited;
  private final SetArm start;
  private final Runnable onDone;
  private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");

  /**
   * A form as it opens.
   *
   * @param edited the arm to change; null for a new one
   * @param start what stands in the form
   * @param onDone hears that the arm is there
   */
  ArmForm(
      ExtraArms extras,
      ModelViewModel models,
      SteeringViewModel steering,
      VectorChoices vectors,
      @Nullable ExtraArm edited,
      SetArm start,
      Runnable onDone) {
    this.extras = extras;
    this.models = models;
    this.steering = steering;
    this.vectors = vectors;
    this.edited = edited;
    this.start = start;
    this.onDone = onDone;
  }

  /** Adds or changes the arm, once its vector is read. */
  void apply(Source vector, int layer, double strength) {
    fault.set("");
    SteeringState panel = steering.stateProperty().get();
    VectorInUse inUse = panel.vector();
    if (vector.key().equals(start.vector().source().key())) {
      apply(panel, start.vector(), layer, strength);
    } else if (inUse != null && vector.key().equals(inUse.source().key())) {
      apply(panel, inUse, layer, strength);
    } else {
      vectors.read(vector, read -> apply(panel, read, layer, strength));
    }
  }

  private void apply(SteeringState panel, VectorInUse vector, int layer, double strength) {
    SetArm wanted = SetArm.of(panel, vector, layer, strength);
    Optional<String> obstacle = obstacle(wanted);
    if (obstacle.isPresent()) {
      fault.set(obstacle.get());
    } else {
      if (edited == null) {
        extras.add(wanted);
      } else {
        extras.change(edited, wanted);
      }
      onDone.run();
    }
  }

  private Optional<String> obstacle(SetArm wanted) {
    RunEngine engine = models.engineProperty().get();
    if (engine != null) {
      Optional<String> misfit = Fit.obstacle(wanted.vector().vector(), engine.info());
      if (misfit.isPresent()) {
        return misfit;
      }
    }
    if (!wanted.vector().vector().hasLayer(wanted.layer())) {
      return Optional.of(
          Texts.of(
              "The vector %s has no layer %d; it has %s.",
              wanted.vector().vector().name(),
              wanted.layer(),
              wanted.vector().vector().directions().keySet()));
    }
    return extras.find(wanted).filter(arm -> arm != edited).isPresent()
        ? Optional.of("There is such an arm already.")
        : Optional.empty();
  }

  /** What stands in the form when it opens. */
  SetArm start() {
    return start;
  }

  /** Whether the arm is a new one. */
  boolean isNew() {
    return edited == null;
  }

  /** The vectors to choose from. */
  List<Source> vectors() {
    return vectors.all();
  }

  /** Why there can be no such arm, one sentence; empty where nothing is wrong. */
  ReadOnlyStringProperty faultProperty() {
    return fault.getReadOnlyProperty();
  }
}
