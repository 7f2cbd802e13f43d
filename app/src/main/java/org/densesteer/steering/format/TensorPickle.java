package org.densesteer.steering.format;

import java.util.Collection;
import org.densesteer.files.pickle.PickleWriter;

/**
 * The pickles of {@code {layer: tensor}} and of lm-eval's {@code {hook: {…}}} in a {@code
 * torch.save} file. Tensor number i is one-dimensional, of single precision, and fills the storage
 * {@code data/i}.
 */
final class TensorPickle {

  private TensorPickle() {}

  /** The pickle of tensors that all have {@code width} elements. */
  static byte[] of(Collection<Integer> layers, int width) {
    PickleWriter pickle = new PickleWriter().instructions("}(");
    int storage = 0;
    for (int layer : layers) {
      pickle.number(layer);
      tensor(pickle, storage++, width);
    }
    return pickle.instructions("u").bytes();
  }

  /** The pickle for lm-eval's {@code steered}: one entry for each hook. */
  static byte[] steered(Collection<Integer> layers, int width, double coefficient, String action) {
    PickleWriter pickle = new PickleWriter().instructions("}(");
    int storage = 0;
    for (int layer : layers) {
      pickle.text("layers." + layer).instructions("}(").text("steering_vector");
      tensor(pickle, storage++, width);
      pickle
          .text("steering_coefficient")
          .decimal(coefficient)
          .text("action")
          .text(action)
          .text("bias")
          .instructions("N")
          .text("head_index")
          .instructions("Nu");
    }
    return pickle.instructions("u").bytes();
  }

  private static void tensor(PickleWriter pickle, int storage, int width) {
    pickle
        .instructions("ctorch._utils\n_rebuild_tensor_v2\n((")
        .text("storage")
        .instructions("ctorch\nFloatStorage\n")
        .text(String.valueOf(storage))
        .text("cpu")
        .number(width)
        .instructions("tQ")
        .number(0)
        .number(width)
        .instructions("\u0085")
        .number(1)
        .instructions("\u0085\u0089ccollections\nOrderedDict\n)RtR");
  }
}
