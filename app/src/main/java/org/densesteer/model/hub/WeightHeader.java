package org.densesteer.model.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;

/**
 * What the header of a safetensors file says about its size.
 *
 * @param parameters sum of the tensors' elements
 * @param fileBytes length that the whole file must have
 */
record WeightHeader(long parameters, long fileBytes) {

  private static final long LONGEST = 100_000_000; // the format's own limit
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads the header only: u64 length (little endian), then JSON.
   *
   * @throws IOException when the file is no safetensors file or cannot be read
   */
  static WeightHeader read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = bytes(channel, 8).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (length < 2 || length > LONGEST || length > channel.size() - 8) {
        throw new IOException("it has no safetensors header");
      }
      JsonNode header = JSON.readTree(bytes(channel, (int) length).array());
      if (header == null || !header.isObject()) {
        throw new IOException("its safetensors header is not an object");
      }
      long parameters = 0;
      long end = 0;
      for (var entry : header.properties()) {
        if (!entry.getKey().equals("__metadata__")) {
          parameters += elements(entry.getValue().path("shape"));
          end = Math.max(end, entry.getValue().path("data_offsets").path(1).asLong());
        }
      }
      return new WeightHeader(parameters, 8 + length + end);
    }
  }

  private static long elements(JsonNode shape) {
    long product = 1;
    for (JsonNode dimension : shape) {
      product *= dimension.asLong();
    }
    return product;
  }

  private static ByteBuffer bytes(ReadableByteChannel channel, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("it ends in its header");
      }
    }
    return buffer.flip();
  }
}
