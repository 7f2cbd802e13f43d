package org.densesteer.files.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A tensor on its way into a file.
 *
 * @param dtype element type in the file
 * @param shape dimensions, outermost first
 * @param content writes exactly the tensor's bytes, little-endian
 */
public record TensorToWrite(Dtype dtype, long[] shape, Content content) {

  private static final int CHUNK_BYTES = 1 << 20;

  /** Writes a tensor's bytes. */
  @FunctionalInterface
  public interface Content {
    /** Appends all bytes to {@code channel}. */
    void writeTo(WritableByteChannel channel) throws IOException;
  }

  /** Gives the element at a row-major index. */
  @FunctionalInterface
  public interface Values {
    /** The element at {@code index}. */
    float at(long index);
  }

  /** A single-precision tensor of values at hand. */
  public static TensorToWrite f32(float[] values, long... shape) {
    return of(Dtype.F32, values, shape);
  }

  /** A tensor of values at hand, stored as {@code dtype}. */
  public static TensorToWrite of(Dtype dtype, float[] values, long... shape) {
    return computed(dtype, i -> values[(int) i], shape);
  }

  /** A tensor of values made while it is written, stored as the float type {@code dtype}. */
  public static TensorToWrite computed(Dtype dtype, Values values, long... shape) {
    long elements = product(shape);
    return new TensorToWrite(dtype, shape, channel -> encode(channel, dtype, values, elements));
  }

  /** A tensor whose bytes are fetched when it is written: from position to limit of a buffer. */
  public static TensorToWrite raw(Dtype dtype, Supplier<ByteBuffer> bytes, long... shape) {
    return new TensorToWrite(dtype, shape, channel -> drain(channel, bytes.get()));
  }

  private static void encode(WritableByteChannel channel, Dtype dtype, Values values, long elements)
      throws IOException {
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long i = 0; i < elements; i++) {
      if (chunk.remaining() < 8) {
        drain(channel, chunk.flip());
        chunk.clear();
      }
      FloatCodec.encode(chunk, dtype, values.at(i));
    }
    drain(channel, chunk.flip());
  }

  static void drain(WritableByteChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static long product(long[] shape) {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  long elements() {
    return product(shape);
  }
}
