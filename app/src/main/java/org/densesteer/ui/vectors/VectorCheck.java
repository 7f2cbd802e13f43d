package org.densesteer.ui.vectors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densesteer.steering.LintFinding;
import org.densesteer.steering.ModelFacts;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorLint;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.steering.SteeringViewModel;

/** Looks at vectors with the eyes of the loaded model. */
final class VectorCheck {

  private final ModelViewModel models;
  private final SteeringViewModel steering;

  /** Creates a check against whatever model is loaded when it is asked. */
  VectorCheck(ModelViewModel models, SteeringViewModel steering) {
    this.models = models;
    this.steering = steering;
  }

  /** What a person should know before using the vector. */
  List<LintFinding> findings(SteeringVector vector) {
    RunEngine engine = models.engineProperty().get();
    return engine == null
        ? VectorLint.check(vector)
        : VectorLint.check(vector, ModelFacts.of(engine.info(), hiddenNorms()));
  }

  /** Why one of the vectors at work does not fit the model; empty when all do. */
  Optional<String> misfit() {
    return steering.misfit();
  }

  private Map<Integer, Double> hiddenNorms() {
    double[] norms = steering.hiddenNormsProperty().get();
    Map<Integer, Double> byLayer = new HashMap<>();
    for (int layer = 0; layer < norms.length; layer++) {
      byLayer.put(layer, norms[layer]);
    }
    return byLayer;
  }
}
