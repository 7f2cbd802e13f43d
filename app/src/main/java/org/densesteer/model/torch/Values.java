package org.densesteer.model.torch;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;

/** Takes results of a program apart. Every method closes the value it is given. */
public final class Values {

  private Values() {}

  /** The parts of a tuple, each now the caller's. */
  public static IValue[] tuple(IValue value) {
    try (value) {
      return value.toIValueTuple();
    }
  }

  /** All elements of a float32 tensor, row by row. */
  public static float[] floats(IValue value, PtNDManager manager) {
    try (value;
        NDManager scope = manager.newSubManager();
        PtNDArray array = value.toTensor((PtNDManager) scope)) {
      return array.toFloatArray();
    }
  }

  /** All elements of every float32 tensor of a list, one array each. */
  public static float[][] floatLists(IValue value, PtNDManager manager) {
    try (value;
        NDManager scope = manager.newSubManager()) {
      PtNDArray[] arrays = value.toTensorArray((PtNDManager) scope);
      float[][] out = new float[arrays.length][];
      for (int i = 0; i < arrays.length; i++) {
        out[i] = arrays[i].toFloatArray();
      }
      return out;
    }
  }
}
