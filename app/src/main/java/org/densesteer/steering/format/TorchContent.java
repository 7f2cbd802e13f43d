package org.densesteer.steering.format;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.pickle.PickledArray;
import org.densesteer.files.pickle.PickledBytes;
import org.densesteer.files.pickle.PickledObject;
import org.densesteer.files.pickle.PickledOther;
import org.densesteer.files.pickle.PickledStorage;
import org.densesteer.files.pickle.PickledTensor;
import org.densesteer.files.pickle.TorchType;
import org.densesteer.files.pickle.Unpickler;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.steering.content.ElementTypes;
import org.densesteer.steering.content.NumberArray;
import org.densesteer.steering.content.StridedNumbers;
import org.densesteer.steering.content.Unread;

/** What a pickle of PyTorch mentions, as arrays, dictionaries, lists and single values. */
final class TorchContent {

  private final TorchStorages storages;
  private final FileBytes file;

  TorchContent(TorchStorages storages, FileBytes file) {
    this.storages = storages;
    this.file = file;
  }

  /** One value of the pickle. */
  Object read(Object value) {
    if (value instanceof PickledTensor tensor) {
      return array(tensor);
    }
    if (value instanceof PickledArray array) {
      return array(array);
    }
    if (value instanceof PickledObject object) {
      return object.attributes();
    }
    if (value == Unpickler.NONE) {
      return Unread.NONE;
    }
    boolean plain =
        value instanceof Map<?, ?>
            || value instanceof List<?>
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof String;
    return plain ? value : new Unread(words(value));
  }

  private static String words(Object value) {
    if (value instanceof PickledOther other) {
      return other.what();
    }
    if (value instanceof PickledBytes) {
      return "bytes";
    }
    if (value instanceof PickledStorage) {
      return "a storage without a tensor";
    }
    return value instanceof TorchType ? "an element type" : "a value that is not read";
  }

  private NumberArray array(PickledTensor tensor) {
    NumberArray shape =
        new NumberArray(tensor.sizes(), tensor.type().dtype(), (i, n) -> new float[n]);
    return new NumberArray(
        tensor.sizes(),
        tensor.type().dtype(),
        (first, count) -> {
          float[] values = view(tensor, shape).read(first, count);
          for (int i = 0; tensor.negated() && i < count; i++) {
            values[i] = -values[i];
          }
          return values;
        });
  }

  private NumberArray.Reader view(PickledTensor tensor, NumberArray shape) {
    String what = "its tensor of shape " + shape.shape();
    Dtype dtype = supported(tensor.type().dtype(), what);
    PickledStorage storage = tensor.storage();
    ByteBuffer content = storages.content(storage.key());
    if (storage.elements() < 0 || storage.elements() > content.limit() / storage.type().bytes()) {
      throw file.broken(
          Texts.of(
              "its storage %s claims %d elements in %d bytes",
              FileBytes.quote(storage.key()), storage.elements(), content.limit()));
    }
    ByteBuffer claimed =
        content.slice(0, (int) storage.elements() * storage.type().bytes()).order(content.order());
    return StridedNumbers.of(
        file, what, claimed, dtype, tensor.offset(), tensor.sizes(), tensor.strides());
  }

  private NumberArray array(PickledArray array) {
    return NumPyArrays.of(
        file,
        "its NumPy array of shape " + array.shape(),
        array.type(),
        array.shape(),
        array.columnMajor(),
        array.data());
  }

  private Dtype supported(String name, String what) {
    Optional<Dtype> dtype = ElementTypes.named(name);
    return dtype.orElseThrow(
        () -> file.refused(Texts.of("%s has the type %s, which is not supported", what, name)));
  }
}
