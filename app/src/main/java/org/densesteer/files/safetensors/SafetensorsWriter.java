package org.densesteer.files.safetensors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;

/** Writes safetensors files; the same content gives the same bytes. */
public final class SafetensorsWriter {

  /** The data starts at a multiple of this many bytes, a cache line. */
  private static final int ALIGNMENT = 64;

  private SafetensorsWriter() {}

  /**
   * Writes all tensors in the map's order, through a temporary file.
   *
   * @param metadata goes into {@code __metadata__}, sorted by name; nothing when empty
   * @throws FaultException when the file cannot be written
   */
  public static void write(
      Path file, Map<String, TensorToWrite> tensors, Map<String, String> metadata) {
    AtomicFiles.write(file, temporary -> writeTo(temporary, tensors, metadata));
  }

  /** The same straight into a file, for whoever moves it to its place. */
  public static void writeTo(
      Path file, Map<String, TensorToWrite> tensors, Map<String, String> metadata)
      throws IOException {
    byte[] header = header(tensors, metadata);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      TensorToWrite.drain(channel, length.putLong(header.length).flip());
      TensorToWrite.drain(channel, ByteBuffer.wrap(header));
      for (TensorToWrite tensor : tensors.values()) {
        tensor.content().writeTo(channel);
      }
    }
  }

  /** The JSON header, padded with spaces so that the data can be mapped and read as vectors. */
  private static byte[] header(Map<String, TensorToWrite> tensors, Map<String, String> metadata)
      throws IOException {
    ObjectNode root = Json.object();
    if (!metadata.isEmpty()) {
      ObjectNode strings = root.putObject("__metadata__");
      new TreeMap<>(metadata).forEach(strings::put);
    }
    long offset = 0;
    for (Map.Entry<String, TensorToWrite> named : tensors.entrySet()) {
      TensorToWrite tensor = named.getValue();
      ObjectNode entry = root.putObject(named.getKey());
      entry.put("dtype", tensor.dtype().name());
      Arrays.stream(tensor.shape()).forEach(entry.putArray("shape")::add);
      long end = offset + tensor.elements() * tensor.dtype().bytes();
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] text = Json.COMPACT.writeValueAsBytes(root);
    byte[] padded =
        Arrays.copyOf(text, (8 + text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - 8);
    Arrays.fill(padded, text.length, padded.length, (byte) ' ');
    return padded;
  }
}
