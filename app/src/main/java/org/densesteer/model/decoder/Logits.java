package org.densesteer.model.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Unnormalised log probabilities in the engine's memory, float32 of shape {@code [rows,
 * vocabulary]}.
 */
public final class Logits implements AutoCloseable {

  private final PtNDArray array;
  private boolean closed;

  private Logits(PtNDArray array) {
    this.array = array;
  }

  static Logits of(IValue value, PtNDManager manager) {
    try (value) {
      return new Logits(value.toTensor(manager));
    }
  }

  /** The rows of all parts, one below the other; the parts stay the caller's. */
  public static Logits stack(List<Logits> parts) {
    NDList list = new NDList();
    parts.forEach(p -> list.add(p.array));
    return new Logits((PtNDArray) NDArrays.concat(list, 0));
  }

  /** Each row alone; the whole stays the caller's. */
  List<Logits> split() {
    return IntStream.range(0, rows())
        .mapToObj(row -> new Logits((PtNDArray) array.get(new NDIndex("{}:{}", row, row + 1))))
        .toList();
  }

  PtNDArray array() {
    return array;
  }

  /** Number of rows. */
  public int rows() {
    return (int) array.getShape().get(0);
  }

  /** One row's values. */
  public float[] row(int row) {
    try (NDManager scope = array.getManager().newSubManager();
        NDArray part = array.get(row)) {
      part.attach(scope);
      return part.toFloatArray();
    }
  }

  /** All values, row by row. */
  public float[] toArray() {
    return array.toFloatArray();
  }

  /** Whether nobody looks at them any more. */
  boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    array.close();
  }
}
