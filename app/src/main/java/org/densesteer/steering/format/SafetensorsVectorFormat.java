package org.densesteer.steering.format;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.safetensors.SafetensorsHeader;
import org.densesteer.files.safetensors.SafetensorsWriter;
import org.densesteer.files.safetensors.TensorEntry;
import org.densesteer.files.safetensors.TensorToWrite;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/**
 * The workbench's own format: one tensor {@code direction.<layer>} of shape [hidden] for each
 * 0-based decoder block, {@code shuffled.<draw>.<layer>} of the same shape for each shuffled-pair
 * control where there are any, and the metadata as strings.
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
  public VectorRead read(FileBytes bytes, ReadOptions options) {
    FileBytes file = bytes.as(displayName());
    SafetensorsHeader header = header(file);
    DirectionCollector collector = new DirectionCollector(this, file);
    ShuffledCollector shuffled = new ShuffledCollector(this, file);
    for (TensorEntry entry : header.tensors().values()) {
      int draw = ShuffledNames.draw(entry.name());
      int layer = draw < 0 ? DirectionNames.layer(entry.name()) : ShuffledNames.layer(entry.name());
      if (layer < 0) {
        throw file.refused(
            Texts.of(
                "it has a tensor %s where only direction.<layer> is expected",
                FileBytes.quote(entry.name())));
      }
      if (!entry.dtype().isFloat() || entry.shape().length != 1) {
        throw file.refused(
            Texts.of(
                "%s has the type %s and %d dimensions where one dimension of floats is expected",
                entry.name(), entry.dtype(), entry.shape().length));
      }
      (draw < 0 ? collector : shuffled.draw(draw))
          .add(
              layer,
              entry.dtype(),
              file.slice(
                  header.dataStart() + entry.begin(), entry.end() - entry.begin(), entry.name()));
    }
    VectorRead read = collector.build(options.name(), new VectorMetadata(header.metadata()));
    return new VectorRead(
        read.vector().withShuffled(shuffled.build(read.vector().hiddenSize())),
        this,
        read.dtype(),
        read.warnings());
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
            .with(VectorMetadata.FORMAT_VERSION, MetadataCheck.FORMAT_VERSION)
            .with(VectorMetadata.HIDDEN_SIZE, vector.hiddenSize())
            .with(VectorMetadata.HOOK, MetadataCheck.DECODER_BLOCK_OUTPUT));
  }

  @Override
  public void write(SteeringVector vector, WriteOptions options, Path file) {
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
    SafetensorsWriter.write(file, tensors, written.metadata().entries());
  }
}
