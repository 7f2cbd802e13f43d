package org.densesteer.steering.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.safetensors.SafetensorsHeader;
import org.densesteer.files.safetensors.SafetensorsWriter;
import org.densesteer.files.safetensors.TensorEntry;
import org.densesteer.files.safetensors.TensorToWrite;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.content.ElementTypes;
import org.densesteer.steering.content.NumberArray;
import org.densesteer.steering.content.StridedNumbers;

/**
 * The workbench's own format, as it is written: one tensor {@code direction.<layer>} of shape
 * [hidden] for each 0-based decoder block, {@code shuffled.<draw>.<layer>} of the same shape for
 * each shuffled-pair control where there are any, and the metadata as strings, a gate among them.
 * Reads other names of layers too.
 */
public final class SafetensorsVectorFormat implements VectorFormat {

  private static final int LENGTH_BYTES = 8;

  private static final int LONGEST_REASON = 250;

  /** Longest header accepted; that of a hundred layers takes a hundredth of it. */
  private static final int MAX_HEADER_BYTES = 1 << 22;

  @Override
  public String id() {
    return "safetensors";
  }

  @Override
  public String displayName() {
    return "safetensors";
  }

  @Override
  public List<String> endings() {
    return List.of(".safetensors");
  }

  @Override
  public boolean keepsMetadata() {
    return true;
  }

  @Override
  public boolean keepsShuffled() {
    return true;
  }

  @Override
  public boolean keepsGate() {
    return true;
  }

  @Override
  public VectorRead read(FileBytes bytes, ReadOptions options) {
    FileBytes file = bytes.as(displayName());
    SafetensorsHeader header = header(file);
    ShuffledCollector shuffled = new ShuffledCollector(this, file);
    Map<String, Object> content = new LinkedHashMap<>();
    for (TensorEntry entry : header.tensors().values()) {
      NumberArray array = array(entry, header, file);
      int draw = ShuffledNames.draw(entry.name());
      if (draw < 0) {
        content.put(entry.name(), array);
      } else {
        shuffled.add(draw, ShuffledNames.layer(entry.name()), array);
      }
    }
    VectorRead read =
        FoundVectorReader.read(
            this, file, options, content, header.metadata(), UnaryOperator.identity());
    return new VectorRead(
        read.vector().withShuffled(shuffled.build(read.vector().hiddenSize())),
        this,
        read.dtype(),
        read.warnings(),
        read.layerAssumed());
  }

  private static NumberArray array(TensorEntry entry, SafetensorsHeader header, FileBytes file) {
    List<Long> shape = Arrays.stream(entry.shape()).boxed().toList();
    ByteBuffer data =
        file.slice(header.dataStart() + entry.begin(), entry.end() - entry.begin(), entry.name());
    return new NumberArray(
        shape,
        ElementTypes.name(entry.dtype()),
        StridedNumbers.of(
            file,
            "its tensor " + FileBytes.quote(entry.name()),
            data,
            entry.dtype(),
            0,
            shape,
            StridedNumbers.dense(shape, false)));
  }

  private static SafetensorsHeader header(FileBytes file) {
    long length = file.cursor(0).i64("the length of its header");
    if (length < 2 || length > MAX_HEADER_BYTES || length > file.size() - LENGTH_BYTES) {
      throw file.broken(
          Texts.of(
              "it claims a header of %s bytes in a file of %d",
              Long.toUnsignedString(length), file.size()));
    }
    ByteBuffer slice = file.slice(LENGTH_BYTES, length, "the header");
    byte[] json = new byte[slice.remaining()];
    slice.get(json);
    try {
      return SafetensorsHeader.parse(json, file.size() - LENGTH_BYTES - length, file.file());
    } catch (FaultException e) {
      // The sentence may quote names of any length and kind out of the file.
      String sentence = String.valueOf(e.getMessage());
      int longest = file.file().length() + LONGEST_REASON;
      throw sentence.length() <= longest && sentence.chars().noneMatch(Character::isISOControl)
          ? e
          : new FaultException(FileBytes.printable(sentence, longest) + ".", e);
    }
  }

  @Override
  public SteeringVector representable(SteeringVector vector, WriteOptions options) {
    return vector.with(
        vector
            .metadata()
            .with(VectorMetadata.FORMAT_VERSION, MetadataCheck.version(vector.metadata()))
            .with(VectorMetadata.HIDDEN_SIZE, vector.hiddenSize())
            .with(VectorMetadata.HOOK, MetadataCheck.DECODER_BLOCK_OUTPUT));
  }

  @Override
  public void write(SteeringVector vector, WriteOptions options, Path file) throws IOException {
    SteeringVector written = representable(vector, options);
    Map<String, TensorToWrite> tensors = new LinkedHashMap<>();
    written
        .directions()
        .forEach(
            (layer, direction) ->
                tensors.put(
                    DirectionNames.of(layer), TensorToWrite.f32(direction, direction.length)));
    for (int draw = 1; draw <= written.shuffled().size(); draw++) {
      for (var entry : written.shuffled().get(draw - 1).entrySet()) {
        tensors.put(
            ShuffledNames.of(draw, entry.getKey()),
            TensorToWrite.f32(entry.getValue(), entry.getValue().length));
      }
    }
    SafetensorsWriter.writeTo(file, tensors, written.metadata().entries());
  }
}
