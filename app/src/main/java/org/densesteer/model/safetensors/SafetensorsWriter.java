package org.densesteer.model.safetensors;

import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Writes safetensors files; the same content gives the same bytes. */
public final class SafetensorsWriter {

  private static final int CHUNK_BYTES = 1 << 20;

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

  private static void writeTo(
      Path file, Map<String, TensorToWrite> tensors, Map<String, String> metadata)
      throws IOException {
    byte[] header = header(tensors, metadata);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      drain(channel, chunk.putLong(header.length));
      drain(channel, ByteBuffer.wrap(header).position(header.length));
      for (TensorToWrite tensor : tensors.values()) {
        long elements = tensor.elements();
        for (long i = 0; i < elements; i++) {
          if (chunk.remaining() < 8) {
            drain(channel, chunk);
          }
          FloatCodec.encode(chunk, tensor.dtype(), tensor.values().at(i));
        }
        drain(channel, chunk);
      }
    }
  }

  /** The JSON header, padded with spaces so that the data starts at a multiple of 8 bytes. */
  private static byte[] header(Map<String, TensorToWrite> tensors, Map<String, String> metadata)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode();
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
    byte[] text = json.writeValueAsBytes(root);
    byte[] padded = Arrays.copyOf(text, (text.length + 7) / 8 * 8);
    Arrays.fill(padded, text.length, padded.length, (byte) ' ');
    return padded;
  }

  private static void drain(FileChannel channel, ByteBuffer buffer) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }
}
