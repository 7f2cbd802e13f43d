package org.densesteer.steering.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.pickle.PickledObject;
import org.densesteer.files.pickle.PickledTensor;
import org.densesteer.files.pickle.Unpickler;
import org.densesteer.files.zip.StoredZip;
import org.densesteer.files.zip.ZipArchive;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/**
 * A {@code torch.save} file: a ZIP of a pickle and raw storages under one root folder. Reads a
 * steering-vectors object or a plain {@code {int: tensor}}; writes the latter, which {@code
 * torch.load(weights_only=True)} and DenseSteer's evaluator take. Pickles are interpreted, never
 * executed.
 */
public final class PyTorchVectorFormat implements VectorFormat {

  private static final String PICKLE = "data.pkl";
  private static final String ROOT = "steering_vector/";
  private static final String DECODER_BLOCK = "decoder_block";

  /** The pickled magic number of {@code torch.serialization}'s old layout, up to its last byte. */
  private static final String BEFORE_1_6 =
      "\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019";

  @Override
  public String id() {
    return "pytorch";
  }

  @Override
  public String displayName() {
    return "PyTorch";
  }

  @Override
  public List<String> endings() {
    return List.of(".pt", ".pth", ".bin");
  }

  @Override
  public boolean keepsMetadata() {
    return false;
  }

  /** Whether an entry of an archive is the pickle of a {@code torch.save} file. */
  static boolean isPickle(String name) {
    return name.equals(PICKLE) || name.endsWith("/" + PICKLE);
  }

  @Override
  public VectorRead read(FileBytes bytes, ReadOptions options) {
    FileBytes file = bytes.as(displayName());
    if (!ZipArchive.looksLikeOne(file)) {
      throw notAnArchive(file);
    }
    ZipArchive zip = ZipArchive.open(file);
    String pickle =
        zip.names().stream()
            .filter(PyTorchVectorFormat::isPickle)
            .findFirst()
            .orElseThrow(() -> file.broken("it has no " + PICKLE));
    String root = pickle.substring(0, pickle.length() - PICKLE.length());
    requireLittleEndian(zip, root, file);
    DirectionCollector collector = new DirectionCollector(this, file);
    Object content = Unpickler.read(zip.read(pickle));
    TensorStorages storages = new TensorStorages(zip, root, file);
    layers(content, file, collector)
        .forEach((key, value) -> add(collector, key, value, storages, file));
    return collector.build(options.name(), VectorMetadata.EMPTY);
  }

  /** Reads a bare pickle only to be able to say by name what is wrong with it. */
  private static org.densesteer.common.FaultException notAnArchive(FileBytes file) {
    if (file.startsWith(BEFORE_1_6)) {
      return file.refused("it has the layout of PyTorch before 1.6; save it again with torch.save");
    }
    if (Unpickler.looksLikeOne(file)) {
      Unpickler.read(file);
      return file.refused("it is a bare pickle; save its content with torch.save");
    }
    return file.broken("it does not begin as a ZIP archive does");
  }

  private static void requireLittleEndian(ZipArchive zip, String root, FileBytes file) {
    String entry = root + "byteorder";
    if (zip.names().contains(entry)) {
      ByteBuffer order = zip.read(entry).content();
      if (!StandardCharsets.US_ASCII.decode(order.duplicate()).toString().equals("little")) {
        throw file.refused("its numbers are not little-endian");
      }
    }
  }

  private static Map<?, ?> layers(Object content, FileBytes file, DirectionCollector collector) {
    if (content instanceof PickledObject object) {
      Object type = object.attributes().get("layer_type");
      if (type != null && !type.equals(DECODER_BLOCK)) {
        collector.warn(
            Texts.of(
                "The vector was made for %s; here it is added to the output of a decoder block.",
                FileBytes.quote(type instanceof String text ? text : "?")));
      }
      if (object.attributes().get("layer_activations") instanceof Map<?, ?> layers) {
        return layers;
      }
    } else if (content instanceof Map<?, ?> layers) {
      return layers;
    }
    throw file.refused("it holds neither a SteeringVector nor a dictionary of layers");
  }

  private static void add(
      DirectionCollector collector,
      Object key,
      Object value,
      TensorStorages storages,
      FileBytes file) {
    if (!(key instanceof Long layer)) {
      throw file.refused(
          Texts.of(
              "it has the dictionary key %s where a layer number is expected",
              FileBytes.quote(String.valueOf(key))));
    }
    if (!(value instanceof PickledTensor tensor)) {
      throw file.refused("layer " + layer + " is no tensor");
    }
    collector.reserve(layer, TensorStorages.width(tensor));
    collector.add(layer, TensorStorages.dtype(tensor), storages.values(layer, tensor));
  }

  @Override
  public void write(SteeringVector vector, WriteOptions options, Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(ROOT + PICKLE, TensorPickle.of(vector.directions().keySet(), vector.hiddenSize()));
    entries.put(ROOT + "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    int storage = 0;
    for (float[] direction : vector.directions().values()) {
      ByteBuffer data = ByteBuffer.allocate(4 * direction.length).order(ByteOrder.LITTLE_ENDIAN);
      data.asFloatBuffer().put(direction);
      entries.put(ROOT + "data/" + storage++, data.array());
    }
    entries.put(ROOT + "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    StoredZip.write(file, entries);
  }
}
