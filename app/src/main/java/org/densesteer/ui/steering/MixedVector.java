package org.densesteer.ui.steering;

import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.ui.settings.SavedMix;
import org.densesteer.ui.vector.VectorInUse;

/**
 * A vector that works beside the one in use. It is added, wherever that one works.
 *
 * @param vector the vector
 * @param layer 0-based decoder block that the vector has
 * @param strength λ
 * @param on whether it works at present
 */
public record MixedVector(VectorInUse vector, int layer, double strength, boolean on) {

  /** A vector as its file recommends it, at work. */
  static MixedVector recommended(VectorInUse vector) {
    Recommendation start = Recommendation.of(vector.vector());
    return new MixedVector(vector, start.layer(), start.strength(), true);
  }

  /** A vector as it was left. */
  static MixedVector restored(VectorInUse vector, SavedMix saved) {
    return recommended(vector).at(saved.layer()).with(saved.strength()).switched(saved.on());
  }

  /** How settings remember it. */
  SavedMix saved() {
    return new SavedMix(vector.source().key(), layer, strength, on);
  }

  /** What a run is to add. */
  Steering steering(Positions positions) {
    return new Steering(vector.vector(), layer, strength, positions, Operator.ADD);
  }

  /** How its strength and its push belong together. */
  PushScale scale(double[] hiddenNorms) {
    double hidden = layer < hiddenNorms.length ? hiddenNorms[layer] : Double.NaN;
    return new PushScale(vector.vector().norm(layer), hidden);
  }

  MixedVector at(int newLayer) {
    return vector.vector().hasLayer(newLayer)
        ? new MixedVector(vector, newLayer, strength, on)
        : this;
  }

  MixedVector with(double newStrength) {
    return new MixedVector(vector, layer, newStrength + 0.0, on);
  }

  MixedVector switched(boolean toOn) {
    return new MixedVector(vector, layer, strength, toOn);
  }
}
