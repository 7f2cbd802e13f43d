package org.densesteer.ui.steering;

import java.util.List;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.ui.settings.SavedMix;
import org.densesteer.ui.settings.Source;

/**
 * A vector that works beside the one in use, wherever that one works.
 *
 * @param vector the vector
 * @param layer 0-based decoder block that the vector has
 * @param strength λ
 * @param operator how its direction meets the hidden state
 * @param on whether it works at present
 */
public record MixedVector(
    VectorInUse vector, int layer, double strength, Operator operator, boolean on) {

  /**
   * A vector as its file recommends it, at work: at one layer, or at every one when it is made for
   * that.
   */
  static List<MixedVector> recommended(VectorInUse vector) {
    Recommendation start = Recommendation.of(vector.vector());
    MixedVector one =
        new MixedVector(
            vector,
            start.layer(),
            start.strength(),
            vector.vector().metadata().operator().orElse(Operator.ADD),
            true);
    return vector.vector().metadata().appliesEveryLayer()
        ? vector.vector().directions().keySet().stream().map(one::at).toList()
        : List.of(one);
  }

  /** A vector as it was left. */
  static MixedVector restored(VectorInUse vector, SavedMix saved) {
    return recommended(vector)
        .get(0)
        .at(saved.layer())
        .with(saved.strength())
        .by(saved.operator())
        .switched(saved.on());
  }

  /** The same after a vector file was given another name. */
  MixedVector renamed(String key, Source after) {
    return new MixedVector(vector.renamed(key, after), layer, strength, operator, on);
  }

  /** How settings remember it. */
  SavedMix saved() {
    return new SavedMix(vector.source().key(), layer, strength, operator, on);
  }

  /** What a run is to do with it. */
  Steering steering(Positions positions) {
    return new Steering(vector.vector(), layer, strength, positions, operator);
  }

  /** How its strength and its push belong together. */
  PushScale scale(double[] hiddenNorms) {
    double hidden = layer < hiddenNorms.length ? hiddenNorms[layer] : Double.NaN;
    return new PushScale(vector.vector().norm(layer), hidden);
  }

  /** Whether its strength means nothing, because it removes the part along it. */
  boolean ablates() {
    return operator == Operator.ABLATE;
  }

  MixedVector at(int newLayer) {
    return vector.vector().hasLayer(newLayer)
        ? new MixedVector(vector, newLayer, strength, operator, on)
        : this;
  }

  MixedVector with(double newStrength) {
    return new MixedVector(vector, layer, newStrength + 0.0, operator, on);
  }

  MixedVector by(Operator newOperator) {
    return new MixedVector(vector, layer, strength, newOperator, on);
  }

  MixedVector switched(boolean toOn) {
    return new MixedVector(vector, layer, strength, operator, toOn);
  }
}
