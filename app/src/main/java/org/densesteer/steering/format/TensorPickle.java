package org.densesteer.steering.format;

import java.util.Collection;
import org.densesteer.files.pickle.PickleWriter;

/**
 * The pickle of {@code {layer: tensor}} in a {@code torch.save} file. Tensor number i is
 * one-dimensional, of single precision, and fills the storage {@code data/i}.
 */
final class TensorPickle {

  private TensorPickle() {}

  /** The pickle of tensors that all have {@code width} elements. */
  static byte[] of(Collection<Integer> layers, int width) {
    PickleWriter pickle = new PickleWriter().instructions("}(");
    int storage = 0;
    for (int layer : layers) {
      pickle
          .number(layer)
          .instructions("ctorch._utils\n_rebuild_tensor_v2\n((")
          .text("storage")
          .instructions("ctorch\nFloatStorage\n")
          .text(String.valueOf(storage++))
          .text("cpu")
          .number(width)
          .instructions("tQ")
          .number(0)
          .number(width)
          .instructions("\u0085")
          .number(1)
          .instructions("\u0085\u0089ccollections\nOrderedDict\n)RtR");
    }
    return pickle.instructions("u").bytes();
  }
}
