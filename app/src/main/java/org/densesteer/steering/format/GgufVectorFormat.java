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

/**
 * A GGUF control vector. llama.cpp adds {@code direction.N} to the output of 0-based block N, at
 * every token, and refuses the whole file when a tensor is {@code direction.0} or has another name
 * (llama.cpp, {@code common_control_vector_load}).
 */
public final class GgufVectorFormat implements VectorFormat {

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
    GgufMetadata metadata = new GgufMetadata(gguf.metadata());
    metadata.notes(gguf.tensors().size()).forEach(collector::warn);
    return collector.build(options.name(), metadata.ofVector());
  }

  private static void add(
      DirectionCollector collector,
      int layer,
      GgufTensor tensor,
      FileBytes file,
      long dataStart,
      TreeMap<Long, Long> taken) {
    List<Long> sizes = tensor.squeezed();
    if (sizes.size() != 1) {
      throw file.refused(
          Texts.of("%s has %d dimensions where one is expected", tensor.name(), sizes.size()));
    }
    long width = sizes.get(0);
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
      case GgufTensor.F64 -> Dtype.F64;
      case GgufTensor.BF16 -> Dtype.BF16;
      default ->
          throw file.refused(
              Texts.of(
                  "%s has the element type %s, which is not supported",
                  tensor.name(), tensor.typeName()));
    };
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
    GgufWriter gguf = new GgufWriter();
    GgufMetadata.write(written, gguf);
    written
        .directions()
        .forEach(
            (layer, direction) ->
                gguf.tensor(DirectionNames.of(layer + options.ggufLayerOffset()), direction));
    Files.write(file, gguf.bytes());
  }
}
