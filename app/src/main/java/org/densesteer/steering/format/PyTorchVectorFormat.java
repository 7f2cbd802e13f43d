package org.densesteer.steering.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.pickle.Unpickler;
import org.densesteer.files.zip.StoredZip;
import org.densesteer.files.zip.ZipArchive;
import org.densesteer.steering.SteeringVector;

/**
 * A {@code torch.save} file. Reads a steering-vectors object and whatever tensors lie in
 * dictionaries and lists under names that tell their layers; writes a plain {@code {int: tensor}},
 * which {@code torch.load(weights_only=True)} and DenseSteer's evaluator take. Pickles are
 * interpreted, never executed.
 */
public final class PyTorchVectorFormat implements VectorFormat {

  private static final String ROOT = "steering_vector/";

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

  @Override
  public VectorRead read(FileBytes bytes, ReadOptions options) {
    return read(this, bytes.as(displayName()), options);
  }

  /** Reads the same container for a format that has more to say of it. */
  static VectorRead read(VectorFormat format, FileBytes file, ReadOptions options) {
    if (LegacyTorchFile.looksLikeOne(file)) {
      LegacyTorchFile legacy = LegacyTorchFile.open(file);
      return read(format, file, options, legacy.object(), legacy);
    }
    if (!ZipArchive.looksLikeOne(file)) {
      throw notAnArchive(file);
    }
    TorchArchive archive = TorchArchive.open(file);
    return read(format, file, options, Unpickler.read(archive.pickle()), archive);
  }

  private static VectorRead read(
      VectorFormat format,
      FileBytes file,
      ReadOptions options,
      Object content,
      TorchStorages storages) {
    TorchContent tensors = new TorchContent(storages, file);
    return FoundVectorReader.read(format, file, options, content, Map.of(), tensors::read);
  }

  /** Reads a bare pickle only to be able to say by name what is wrong with it. */
  private static FaultException notAnArchive(FileBytes file) {
    if (Unpickler.looksLikeOne(file)) {
      Unpickler.read(file);
      return file.refused("it is a bare pickle; save its content with torch.save");
    }
    return file.broken("it does not begin as a ZIP archive does");
  }

  @Override
  public void write(SteeringVector vector, WriteOptions options, Path file) throws IOException {
    write(
        TensorPickle.of(vector.directions().keySet(), vector.hiddenSize()),
        vector.directions().values(),
        file);
  }

  /** Writes a pickle and the storages that it numbers from 0 on. */
  static void write(byte[] pickle, Collection<float[]> storages, Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(ROOT + TorchArchive.PICKLE, pickle);
    entries.put(ROOT + "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    int storage = 0;
    for (float[] direction : storages) {
      ByteBuffer data = ByteBuffer.allocate(4 * direction.length).order(ByteOrder.LITTLE_ENDIAN);
      data.asFloatBuffer().put(direction);
      entries.put(ROOT + "data/" + storage++, data.array());
    }
    entries.put(ROOT + "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    StoredZip.write(file, entries);
  }
}
