package org.densesteer.model.training;

import java.util.List;
import org.densesteer.model.checkpoint.Biases;
import org.densesteer.model.checkpoint.ExpectedWeight;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.checkpoint.Rope;
import org.densesteer.model.checkpoint.RopeScaling;
import org.densesteer.model.checkpoint.SlidingWindow;

/**
 * One weight of the decoder, named as in a Hugging Face checkpoint.
 *
 * @param name tensor name in the checkpoint
 * @param rows rows of a matrix, or 0 for a vector
 * @param columns columns of a matrix, or the length of a vector
 * @param start how training starts it
 */
public record Parameter(String name, int rows, int columns, Start start) {

  /** What the values are before the first step. */
  public enum Start {
    /** Normally distributed around 0. */
    NORMAL,
    /** All one, as a norm's gain. */
    ONE,
    /** All zero, as a bias. */
    ZERO
  }

  /** Number of values. */
  public int elements() {
    return Math.max(rows, 1) * columns;
  }

  /** Shape as a file gives it. */
  public long[] shape() {
    return rows == 0 ? new long[] {columns} : new long[] {rows, columns};
  }

  /** All weights of a decoder in the order in which the training program keeps them. */
  public static List<Parameter> of(DecoderShape shape) {
    return ExpectedWeight.all(config(shape)).map(Parameter::of).toList();
  }

  private static Parameter of(ExpectedWeight weight) {
    long[] shape = weight.shape();
    if (shape.length == 2) {
      return new Parameter(weight.name(), (int) shape[0], (int) shape[1], Start.NORMAL);
    }
    Start start = weight.name().endsWith(".bias") ? Start.ZERO : Start.ONE;
    return new Parameter(weight.name(), 0, (int) shape[0], start);
  }

  /** A Qwen2, whose query, key and value have a bias, and whose head is the embedding. */
  private static ModelConfig config(DecoderShape shape) {
    return new ModelConfig(
        "qwen2",
        shape.hidden(),
        shape.layers(),
        shape.heads(),
        shape.keyValueHeads(),
        shape.headWidth(),
        shape.intermediate(),
        shape.vocabulary(),
        Integer.MAX_VALUE,
        shape.normEpsilon(),
        new Rope(shape.ropeTheta(), RopeScaling.NONE),
        SlidingWindow.none(shape.layers()),
        true,
        new Biases(true, false, false),
        false);
  }

  /** How many values all weights of a decoder have together. */
  public static int count(DecoderShape shape) {
    return of(shape).stream().mapToInt(Parameter::elements).sum();
  }
}
