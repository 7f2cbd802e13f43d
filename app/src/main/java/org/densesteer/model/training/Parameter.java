package org.densesteer.model.training;

import java.util.ArrayList;
import java.util.List;

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
    int hidden = shape.hidden();
    int keyValue = shape.keyValueHeads() * shape.headWidth();
    List<Parameter> all = new ArrayList<>();
    for (int layer = 0; layer < shape.layers(); layer++) {
      String block = "model.layers." + layer + ".";
      all.add(gain(block + "input_layernorm.weight", hidden));
      addBiased(all, block + "self_attn.q_proj", hidden, hidden);
      addBiased(all, block + "self_attn.k_proj", keyValue, hidden);
      addBiased(all, block + "self_attn.v_proj", keyValue, hidden);
      all.add(matrix(block + "self_attn.o_proj.weight", hidden, hidden));
      all.add(gain(block + "post_attention_layernorm.weight", hidden));
      all.add(matrix(block + "mlp.gate_proj.weight", shape.intermediate(), hidden));
      all.add(matrix(block + "mlp.up_proj.weight", shape.intermediate(), hidden));
      all.add(matrix(block + "mlp.down_proj.weight", hidden, shape.intermediate()));
    }
    all.add(matrix("model.embed_tokens.weight", shape.vocabulary(), hidden));
    all.add(gain("model.norm.weight", hidden));
    return List.copyOf(all);
  }

  /** How many values all weights of a decoder have together. */
  public static int count(DecoderShape shape) {
    return of(shape).stream().mapToInt(Parameter::elements).sum();
  }

  private static void addBiased(List<Parameter> all, String name, int rows, int columns) {
    all.add(matrix(name + ".weight", rows, columns));
    all.add(new Parameter(name + ".bias", 0, rows, Start.ZERO));
  }

  private static Parameter matrix(String name, int rows, int columns) {
    return new Parameter(name, rows, columns, Start.NORMAL);
  }

  private static Parameter gain(String name, int length) {
    return new Parameter(name, 0, length, Start.ONE);
  }
}
