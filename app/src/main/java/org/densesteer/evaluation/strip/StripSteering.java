package org.densesteer.evaluation.strip;

import java.util.Arrays;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.evaluation.placebo.PlaceboMix;
import org.densesteer.steering.Gate;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Push;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;

/**
 * What steers the cells of a strip.
 *
 * @param vector the directions
 * @param positions which positions are steered
 * @param operator how a direction meets the hidden state; not one without a strength
 * @param gate how every strength follows the answer
 */
public record StripSteering(
    SteeringVector vector, Positions positions, Operator operator, Gate gate) {

  /** With strengths that stay as they are. */
  public StripSteering(SteeringVector vector, Positions positions, Operator operator) {
    this(vector, positions, operator, Gate.CONSTANT);
  }

  /** Refuses what no strength governs. */
  public StripSteering {
    if (operator == Operator.ABLATE) {
      throw new FaultException(
          "An ablation takes a direction out whatever the strength, so there is no push to compare;"
              + " use add or add_keep_norm.");
    }
  }

  /**
   * Every layer at the same push.
   *
   * @param push of each; negative to push against the vector
   * @param norms mean ‖h_ℓ‖ of every decoder block
   * @throws FaultException when the vector lacks a layer, or has nothing there
   */
  public List<StripCell> atPush(List<Integer> layers, double push, double[] norms) {
    return layers.stream().map(layer -> cell(layer, push, norms)).toList();
  }

  StripCell cell(int layer, double push, double[] norms) {
    double strength = Push.strength(push, norm(layer), hidden(layer, norms));
    return new StripCell(layer, strength, Math.abs(push));
  }

  /** Every strength at one layer. */
  public List<StripCell> atLayer(int layer, List<Double> strengths, double[] norms) {
    double norm = norm(layer);
    double hidden = hidden(layer, norms);
    return strengths.stream()
        .map(strength -> new StripCell(layer, strength, Push.of(strength, norm, hidden)))
        .toList();
  }

  /** Layers that the vector has and a model with so many blocks, too. */
  public List<Integer> allLayers(int blocks) {
    return vector.directions().keySet().stream()
        .filter(layer -> layer < blocks && vector.norm(layer) > 0)
        .toList();
  }

  private double norm(int layer) {
    double norm = SteeringVector.norm(vector.direction(layer));
    if (!(norm > 0)) {
      throw new FaultException(
          "The vector " + vector.name() + " is zero at layer " + layer + ", so it cannot push.");
    }
    return norm;
  }

  private static double hidden(int layer, double[] norms) {
    if (layer >= norms.length) {
      throw new FaultException(
          "The model has no layer " + layer + "; its layers are 0 to " + (norms.length - 1) + ".");
    }
    return norms[layer];
  }

  /** The vector at work in a cell. */
  public Steering of(StripCell cell) {
    return new Steering(vector, cell.layer(), cell.strength(), positions, operator, gate);
  }

  /**
   * A random direction in its place: uniform on the sphere, with the vector's norm and strength.
   */
  public Steering random(StripCell cell, long seed) {
    return random(List.of(of(cell)), seed).get(0);
  }

  /** The same for vectors that work together. */
  static List<Steering> random(List<Steering> steerings, long seed) {
    return PlaceboMix.of(new Placebo(PlaceboKind.RANDOM, 1), steerings, seed);
  }

  /** For every block the mean over several prompts of their mean ‖h_ℓ‖. */
  static double[] mean(List<double[]> norms) {
    double[] mean = new double[norms.get(0).length];
    norms.forEach(one -> Arrays.setAll(mean, layer -> mean[layer] + one[layer] / norms.size()));
    return mean;
  }
}
