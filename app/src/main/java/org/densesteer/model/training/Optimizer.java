package org.densesteer.model.training;

/**
 * AdamW (Loshchilov and Hutter, 2019) with a linear warm-up, a constant rate, and a linear decay to
 * zero at the end. Until the decay begins, training does not depend on how long it will be.
 *
 * @param steps steps of the whole training
 * @param warmup steps until the full rate
 * @param decayed steps at the end over which the rate falls to zero
 * @param rate the full learning rate
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param weightDecay decoupled decay of the matrices
 * @param gradientLimit longest gradient norm that is applied unscaled
 */
public record Optimizer(
    int steps,
    int warmup,
    int decayed,
    double rate,
    double beta1,
    double beta2,
    double weightDecay,
    double gradientLimit) {

  /** Usual values for a decoder of a few million weights. */
  public static Optimizer usual(int steps) {
    return new Optimizer(steps, 100, steps / 4, 2e-3, 0.9, 0.98, 0.01, 1.0);
  }

  /** Learning rate of a step, counted from 1. */
  public double rateAt(int step) {
    double warm = (double) step / Math.max(1, warmup);
    double left = (double) (steps + 1 - step) / Math.max(1, decayed);
    return rate * Math.max(0, Math.min(1, Math.min(warm, left)));
  }
}
