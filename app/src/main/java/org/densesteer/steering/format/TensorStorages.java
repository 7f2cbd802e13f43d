package org.densesteer.steering.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.pickle.PickledStorage;
import org.densesteer.files.pickle.PickledTensor;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.files.zip.ZipArchive;

/** The raw storages of a PyTorch archive, and the tensors that are views of them. */
final class TensorStorages {

  private final ZipArchive zip;
  private final String root;
  private final FileBytes file;
  private final Map<String, ByteBuffer> contents = new HashMap<>();

  /** The storages under a root folder of the archive. */
  TensorStorages(ZipArchive zip, String root, FileBytes file) {
    this.zip = zip;
    this.root = root;
    this.file = file;
  }

  /** Claimed length of a one-dimensional tensor, leading dimensions of 1 aside; 0 for others. */
  static long width(PickledTensor tensor) {
    List<Long> sizes = tensor.sizes();
    boolean flat =
        !sizes.isEmpty() && sizes.subList(0, sizes.size() - 1).stream().allMatch(size -> size == 1);
    return flat ? sizes.get(sizes.size() - 1) : 0;
  }

  /** Element type of a tensor. */
  static Dtype dtype(PickledTensor tensor) {
    return switch (tensor.storage().type()) {
      case HALF_STORAGE -> Dtype.F16;
      case BFLOAT16_STORAGE -> Dtype.BF16;
      default -> Dtype.F32;
    };
  }

  /** The elements of a tensor whose {@link #width} was found acceptable, little-endian. */
  ByteBuffer values(long layer, PickledTensor tensor) {
    long width = width(tensor);
    int itemBytes = dtype(tensor).bytes();
    PickledStorage storage = tensor.storage();
    // Kept, so that many small views of one large storage unpack it once.
    ByteBuffer content =
        contents.computeIfAbsent(storage.key(), key -> zip.read(root + "data/" + key).content());
    if (storage.elements() < 0 || storage.elements() > content.limit() / itemBytes) {
      throw file.broken(
          Texts.of(
              "the storage of layer %d claims %d elements in %d bytes",
              layer, storage.elements(), content.limit()));
    }
    long stride =
        tensor.strides().size() == tensor.sizes().size()
            ? tensor.strides().get(tensor.strides().size() - 1)
            : 0;
    long offset = tensor.offset();
    boolean inside =
        offset >= 0
            && offset < storage.elements()
            && stride >= 1
            && (width - 1) <= (storage.elements() - 1 - offset) / stride;
    if (!inside) {
      throw file.broken("the tensor of layer " + layer + " does not lie within its storage");
    }
    if (stride == 1) {
      return content
          .slice((int) offset * itemBytes, (int) width * itemBytes)
          .order(ByteOrder.LITTLE_ENDIAN);
    }
    ByteBuffer gathered =
        ByteBuffer.allocate((int) width * itemBytes).order(ByteOrder.LITTLE_ENDIAN);
    for (long i = 0; i < width; i++) {
      gathered.put(content.slice((int) (offset + i * stride) * itemBytes, itemBytes));
    }
    return gathered.flip();
  }
}
