package org.densesteer.samplemaker;

import org.densesteer.model.Precision;
import org.densesteer.model.training.DecoderShape;
import org.densesteer.model.training.Optimizer;

/**
 * Everything that determines the sample model.
 *
 * @param steps training steps
 * @param rows sequences a step
 * @param maxLength most tokens of a sequence
 * @param precision arithmetic of the matrix products
 * @param seed start of the weights and of the training text
 */
public record SampleRecipe(int steps, int rows, int maxLength, Precision precision, long seed) {

  /** What the shipped model was trained with. */
  public static final SampleRecipe SHIPPED = new SampleRecipe(4000, 16, 288, Precision.BFLOAT16, 7);

  /** Sizes of the decoder for a vocabulary. */
  static DecoderShape shape(int vocabulary) {
    return new DecoderShape(vocabulary, 192, 6, 4, 2, 512, 10_000, 1e-6);
  }

  Optimizer optimizer() {
    return Optimizer.usual(steps);
  }
}
