package org.densesteer.steering.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.gguf.GgufFile;
import org.densesteer.files.gguf.GgufTensor;
import org.densesteer.files.gguf.GgufWriter;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.steering.LintFinding;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorLint;
import org.densesteer.steering.VectorMetadata;

/**
 * A GGUF control vector. llama.cpp adds {@code direction.N} to the output of 0-based block N, at
 * every token, and refuses the whole file when a tensor is {@code direction.0} or has another name
 * (llama.cpp, {@code common_control_vector_load}).
 */
public final class GgufVectorFormat implements VectorFormat {

  private static final String ARCHITECTURE_KEY = "general.architecture";
  private static final String ARCHITECTURE = "controlvector";
  private static final String MODEL_HINT = "model_hint";
  private static final String MODEL_HINT_KEY = ARCHITECTURE + "." + MODEL_HINT;
  private static final String OUR_PREFIX = "densesteer.";

  @Override
  public String id() {
    return "gguf";
  }

  @Override
  public String displayName() {
    return "GGUF";
  }

  @Override
  public List<String> endings() {
    return List.of(".gguf");
  }

  @Override
  public boolean keepsMetadata() {
    return true;
  }

  @Override
  public VectorRead read(FileBytes bytes, ReadOptions options) {
    FileBytes file = bytes.as(displayName());
    GgufFile gguf = GgufFile.read(file);
    DirectionCollector collector = new DirectionCollector(this, file);
    TreeMap<Long, Long> taken = new TreeMap<>();
    for (GgufTensor tensor : gguf.tensors()) {
      int number = DirectionNames.layer(tensor.name());
      if (number < 0) {
        throw file.refused(
            Texts.of(
                "it has a tensor %s where only direction.<number> is expected",
                FileBytes.quote(tensor.name())));
      }
      if (number < options.ggufLayerOffset()) {
        throw file.refused("direction.0 belongs to no block when the layer offset is 1");
      }
      add(collector, number - options.ggufLayerOffset(), tensor, file, gguf.dataStart(), taken);
      if (number == 0) {
        collector.warn("The file has direction.0, for which llama.cpp refuses the whole file.");
      }
    }
    String architecture = gguf.metadata().getOrDefault(ARCHITECTURE_KEY, "");
    if (!architecture.equals(ARCHITECTURE)) {
      collector.warn(
          Texts.of(
              "The file says that it is for %s, not a control vector.",
              FileBytes.quote(architecture)));
    }
    return collector.build(options.name(), metadata(gguf.metadata()));
  }

  private static void add(
      DirectionCollector collector,
      int layer,
      GgufTensor tensor,
      FileBytes file,
      long dataStart,
      TreeMap<Long, Long> taken) {
    if (tensor.dimensions().size() != 1) {
      throw file.refused(
          Texts.of(
              "%s has %d dimensions where one is expected",
              tensor.name(), tensor.dimensions().size()));
    }
    long width = tensor.dimensions().get(0);
    collector.reserve(layer, width);
    Dtype dtype = dtype(tensor, file);
    long begin = tensor.offset();
    long bytes = width * dtype.bytes();
    if (begin < 0 || begin > file.size()) {
      throw file.broken(tensor.name() + " lies outside the file");
    }
    Map.Entry<Long, Long> before = taken.lowerEntry(begin + bytes);
    if (before != null && before.getValue() > begin) {
      throw file.broken(tensor.name() + " overlaps another tensor");
    }
    taken.put(begin, begin + bytes);
    ByteBuffer data = file.slice(dataStart + begin, bytes, tensor.name());
    collector.add(layer, dtype, data);
  }

  private static Dtype dtype(GgufTensor tensor, FileBytes file) {
    return switch (tensor.type()) {
      case GgufTensor.F32 -> Dtype.F32;
      case GgufTensor.F16 -> Dtype.F16;
      case GgufTensor.BF16 -> Dtype.BF16;
      default ->
          throw file.refused(
              Texts.of(
                  "%s has the element type %d where floats (0, 1 or 30) are expected",
                  tensor.name(), tensor.type()));
    };
  }

  private static VectorMetadata metadata(Map<String, String> entries) {
    Map<String, String> ours = new TreeMap<>();
    entries.forEach(
        (key, value) -> {
          if (key.startsWith(OUR_PREFIX)) {
            ours.put(key.substring(OUR_PREFIX.length()), value);
          }
        });
    String hint = entries.getOrDefault(MODEL_HINT_KEY, "");
    if (ours.isEmpty() && !hint.isEmpty()) {
      ours.put(MODEL_HINT, hint);
    }
    return new VectorMetadata(ours);
  }

  @Override
  public SteeringVector representable(SteeringVector vector, WriteOptions options) {
    if (options.ggufLayerOffset() > 0 || !vector.hasLayer(0)) {
      return vector;
    }
    if (vector.directions().size() == 1) {
      throw new FaultException(VectorLint.checkForGguf(vector).get(0).sentence());
    }
    return VectorFormat.withLayers(vector, layer -> layer > 0);
  }

  @Override
  public List<String> warnings(SteeringVector vector, WriteOptions options) {
    return options.ggufLayerOffset() > 0
        ? List.of(
            "With the layer offset 1, llama.cpp itself adds each direction one block later than"
                + " the workbench does.")
        : VectorLint.checkForGguf(vector).stream().map(LintFinding::sentence).toList();
  }

  @Override
  public void write(SteeringVector vector, WriteOptions options, Path file) throws IOException {
    SteeringVector written = representable(vector, options);
    VectorMetadata metadata = written.metadata();
    String hint = metadata.get(MODEL_HINT);
    GgufWriter gguf =
        new GgufWriter()
            .text(ARCHITECTURE_KEY, ARCHITECTURE)
            .text(MODEL_HINT_KEY, hint.isEmpty() ? metadata.get(VectorMetadata.MODEL_ID) : hint)
            .number(ARCHITECTURE + ".layer_count", written.directions().size());
    metadata.entries().forEach((key, value) -> gguf.text(OUR_PREFIX + key, value));
    written
        .directions()
        .forEach(
            (layer, direction) ->
                gguf.tensor(DirectionNames.of(layer + options.ggufLayerOffset()), direction));
    Files.write(file, gguf.bytes());
  }
}
