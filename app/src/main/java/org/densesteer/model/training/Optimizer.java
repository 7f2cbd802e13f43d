package org.densesteer.model.training;

/**
 * AdamW with a linear warm-up and a cosine decay (Loshchilov and Hutter, 2019).
 *
 * @param steps steps of the whole training
 * @param warmup steps until the full rate
 * @param rate highest learning rate
 * @param floor share of {@code rate} that is left at the end
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param weightDecay decoupled decay of the matrices
 * @param gradientLimit longest gradient norm that is applied unscaled
 */
public record Optimizer(
    int steps,
    int warmup,
    double rate,
    double floor,
    double beta1,
    double beta2,
    double weightDecay,
    double gradientLimit) {

  /** Usual values for a decoder of a few million weights. */
  public static Optimizer usual(int steps) {
    return new Optimizer(steps, 100, 3e-3, 0.02, 0.9, 0.95, 0.01, 1.0);
  }

  /** Learning rate of a step, counted from 1. */
  public double rateAt(int step) {
    double done = Math.min(1, (double) step / steps);
    double cosine = 0.5 * (1 + Math.cos(Math.PI * done));
    return rate * Math.min(1, (double) step / warmup) * (floor + (1 - floor) * cosine);
  }
}
