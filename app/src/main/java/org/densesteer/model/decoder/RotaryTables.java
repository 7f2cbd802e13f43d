package org.densesteer.model.decoder;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.torch.TorchProgram;

/**
 * Cosines and sines of the rotary embedding, as many positions as were asked for. Where the
 * frequencies change with the length of the text (dynamic NTK), a text that is read as a whole has
 * those of its own length, and a token that is decoded those of the text up to itself: what
 * transformers 5.18 computes for a model that has read nothing else before.
 */
final class RotaryTables {

  private final TorchProgram program;
  private final ModelConfig config;
  private int positions;
  private int textLength;

  RotaryTables(TorchProgram program, ModelConfig config) {
    this.program = program;
    this.config = config;
  }

  /**
   * Makes sure that the tables reach far enough.
   *
   * @throws FaultException when the model does not have so many positions
   */
  void reserve(int wanted) {
    if (wanted > config.maxPositions()) {
      throw new FaultException(
          "The text would need "
              + wanted
              + " positions, but the model has "
              + config.maxPositions()
              + ".");
    }
    if (wanted > positions) {
      positions = (int) Math.min(config.maxPositions(), Math.max(wanted, 2L * positions));
      hand();
    }
  }

  /** The next calls read texts of this length as a whole. */
  void forText(int length) {
    reserve(length);
    turnTo(config.rope().scaling().changesFor(length) ? length : 0);
  }

  /** Whether some of several texts needs tables that the others do not have. */
  boolean oneByOne(List<int[]> texts) {
    return texts.size() > 1
        && texts.stream().anyMatch(text -> config.rope().scaling().changesFor(text.length));
  }

  /** The next calls decode token by token. */
  void forSteps() {
    turnTo(0);
  }

  private void turnTo(int length) {
    if (length != textLength) {
      textLength = length;
      hand();
    }
  }

  private void hand() {
    int half = config.headDim() / 2;
    float factor = config.rope().scaling().attentionFactor();
    float[] cos = new float[positions * half];
    float[] sin = new float[positions * half];
    float[] frequencies = config.rope().frequencies(config.headDim(), textLength);
    for (int position = 0; position < positions; position++) {
      if (position >= textLength && config.rope().scaling().changesFor(position + 1)) {
        frequencies = config.rope().frequencies(config.headDim(), position + 1);
      }
      for (int pair = 0; pair < half; pair++) {
        // The product is rounded to float32 as in transformers; far positions show the difference.
        float angle = position * frequencies[pair];
        cos[position * half + pair] = (float) Math.cos(angle) * factor;
        sin[position * half + pair] = (float) Math.sin(angle) * factor;
      }
    }
    try (NDManager scope = program.manager().newSubManager()) {
      Shape shape = new Shape(positions, half);
      program
          .call("setRope")
          .tensor(scope.create(cos, shape))
          .tensor(scope.create(sin, shape))
          .runVoid();
    }
  }
}
