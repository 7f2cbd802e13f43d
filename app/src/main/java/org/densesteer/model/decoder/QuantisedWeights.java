package org.densesteer.model.decoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.densesteer.common.AppFolders;
import org.densesteer.common.FaultException;
import org.densesteer.common.FileStamps;
import org.densesteer.common.RecentFiles;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.densesteer.files.safetensors.SafetensorsWriter;
import org.densesteer.files.safetensors.TensorEntry;
import org.densesteer.files.safetensors.TensorToWrite;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.model.checkpoint.Fingerprint;
import org.densesteer.model.torch.TorchProgram;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quantised weights on disk, so that a checkpoint in use is quantised once. One safetensors file
 * for each checkpoint and form in the cache folder: the integer tensors {@code p0, p2, …} first,
 * then the floats, each under the number that the decoder's program gives it.
 */
final class QuantisedWeights {

  /** Grows when the meaning of the numbers in the file changes. */
  private static final String VERSION = "1";

  /** Each has half or a quarter of the bytes of its checkpoint. */
  private static final int MOST_FILES = 4;

  private static final Logger LOG = LoggerFactory.getLogger(QuantisedWeights.class);

  private final TorchProgram program;
  private final MappedFiles files;
  private final RecentFiles recent;
  private final Path file;
  private final int count;
  private final Map<String, String> origin;
  private @Nullable SafetensorsFile stored;
  private @Nullable FileStamps stamps;

  QuantisedWeights(
      TorchProgram program, MappedFiles files, Checkpoint checkpoint, Arithmetic arithmetic) {
    this.program = program;
    this.files = files;
    count = WeightSlots.PACKED_BLOCK * checkpoint.config().layers() + 1;
    String fingerprint = Fingerprint.of(checkpoint.weights());
    String form = arithmetic.storage().label() + "-" + (arithmetic.bfloat16() ? "bf16" : "f32");
    origin = Map.of("fingerprint", fingerprint, "form", form, "version", VERSION);
    Path folder = AppFolders.cache().resolve("quantised");
    recent = new RecentFiles(folder, MOST_FILES);
    file = folder.resolve(fingerprint + "-" + form + "-" + VERSION + ".safetensors");
  }

  /** Opens the file; false when it is not there or not whole. */
  boolean open() {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      FileStamps then = FileStamps.ofLengths(List.of(file));
      SafetensorsFile found = SafetensorsFile.open(file);
      if (!whole(found)) {
        return false;
      }
      stored = found;
      stamps = then;
      recent.use(file);
      return true;
    } catch (FaultException e) {
      LOG.warn("The quantised weights are made anew: {}", e.getMessage());
      return false;
    }
  }

  /**
   * Copies one block of the opened file into the program, or the head behind the last; again, too.
   * A view of the file would end the process when somebody cuts the file off.
   *
   * @throws FaultException when the file was cut off meanwhile
   */
  void take(int block) {
    requireUnchanged();
    SafetensorsFile opened = Objects.requireNonNull(stored);
    for (int i = block * WeightSlots.PACKED_BLOCK;
        i < Math.min((block + 1) * WeightSlots.PACKED_BLOCK, count);
        i++) {
      adopt(opened, i, false);
      adopt(opened, i, true);
    }
  }

  /**
   * Makes sure that the opened file is as long as it was.
   *
   * @throws FaultException when it is not
   */
  private void requireUnchanged() {
    Objects.requireNonNull(stamps).requireUnchanged();
  }

  private boolean whole(SafetensorsFile found) {
    boolean whole =
        found.header().metadata().equals(origin) && found.header().tensors().size() == 2 * count;
    for (int i = 0; whole && i < count; i++) {
      whole = aligned(found, "p" + i) && aligned(found, "s" + i);
    }
    return whole;
  }

  private static boolean aligned(SafetensorsFile found, String name) {
    TensorEntry entry = found.header().tensors().get(name);
    return entry != null && found.isAligned(entry);
  }

  private void adopt(SafetensorsFile opened, int index, boolean scale) {
    TensorEntry entry = opened.header().tensors().get((scale ? "s" : "p") + index);
    long begin = opened.position(entry);
    program
        .call("adopt")
        .integer(index)
        .integer(files.numberOf(opened, entry.dtype()))
        .integer(begin / entry.dtype().bytes())
        .integers(entry.shape())
        .flag(scale)
        .runVoid();
  }

  /** Writes what the program holds; a disk that is full is no reason to stop. */
  void save() {
    try (NDManager scope = program.manager().newSubManager()) {
      Map<String, TensorToWrite> floats = new LinkedHashMap<>();
      Map<String, TensorToWrite> integers = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) {
        describe("p" + i, i, false, scope, floats, integers);
        describe("s" + i, i, true, scope, floats, integers);
      }
      integers.putAll(floats);
      SafetensorsWriter.write(file, integers, origin);
      recent.use(file);
    } catch (FaultException e) {
      LOG.warn("The quantised weights are not kept: {}", e.getMessage());
    }
  }

  private void describe(
      String name,
      int index,
      boolean scale,
      NDManager scope,
      Map<String, TensorToWrite> floats,
      Map<String, TensorToWrite> integers) {
    try (NDArray array = kept(index, scale, scope)) {
      Dtype dtype =
          switch (array.getDataType()) {
            case INT8 -> Dtype.I8;
            case UINT8 -> Dtype.U8;
            default -> Dtype.F32;
          };
      TensorToWrite tensor =
          TensorToWrite.raw(
              dtype,
              () -> {
                try (NDArray now = kept(index, scale, scope)) {
                  return now.toByteBuffer();
                }
              },
              array.getShape().getShape());
      (dtype == Dtype.F32 ? floats : integers).put(name, tensor);
    }
  }

  private NDArray kept(int index, boolean scale, NDManager scope) {
    try (IValue value = program.call("kept").integer(index).flag(scale).run()) {
      return value.toTensor((PtNDManager) scope);
    }
  }
}
