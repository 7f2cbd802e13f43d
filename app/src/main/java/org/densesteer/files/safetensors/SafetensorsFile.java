package org.densesteer.files.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * A safetensors file whose header was read and checked. Tensors are read when asked for; nothing is
 * kept open.
 *
 * @param path the file
 * @param header its header
 * @param size its size in bytes
 */
public record SafetensorsFile(Path path, SafetensorsHeader header, long size) {

  /** {@code version }, with which a file begins that Git LFS has not fetched. */
  private static final long LFS_POINTER = 0x206e6f6973726576L;

  /**
   * Reads the header.
   *
   * @throws FaultException when the file is missing or broken
   */
  public static SafetensorsFile open(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new SafetensorsFile(path, readHeader(channel, path.toString()), channel.size());
    } catch (IOException e) {
      throw new FaultException("Cannot read " + path + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  /**
   * Reads a header from the start of any channel.
   *
   * @param name what to call the source in a complaint
   * @throws FaultException when it is broken
   */
  public static SafetensorsHeader readHeader(SeekableByteChannel channel, String name)
      throws IOException {
    long size = channel.size();
    if (size < 8) {
      throw SafetensorsHeader.broken(name, "it has only " + size + " bytes", null);
    }
    long length = read(channel, 0, 8, name).getLong(0);
    if (length == LFS_POINTER) {
      throw SafetensorsHeader.broken(
          name,
          "it is only a pointer of Git LFS, and 'git lfs pull' fetches what it points to",
          null);
    }
    if (length < 2 || length > SafetensorsHeader.MAX_HEADER_BYTES || length > size - 8) {
      throw SafetensorsHeader.broken(
          name,
          Texts.of(
              "it claims a header of %s bytes in a file of %d",
              Long.toUnsignedString(length), size),
          null);
    }
    byte[] json = read(channel, 8, (int) length, name).array();
    return SafetensorsHeader.parse(json, size - 8 - length, name);
  }

  /** Where a tensor's first byte lies in the file. */
  public long position(TensorEntry entry) {
    return header.dataStart() + entry.begin();
  }

  /** Whether a tensor lies at a multiple of its element's size, so that it can be mapped. */
  public boolean isAligned(TensorEntry entry) {
    return position(entry) % entry.dtype().bytes() == 0;
  }

  /**
   * A tensor's values as single-precision floats, row by row.
   *
   * @throws FaultException when there is no such tensor, it holds no floats, or it has more
   *     elements than an array can hold
   */
  public float[] floats(String name) {
    TensorEntry entry = header.tensors().get(name);
    if (entry == null) {
      throw new FaultException("The safetensors file " + path + " has no tensor " + name + ".");
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return floats(channel, header, entry, path.toString());
    } catch (IOException e) {
      throw new FaultException("Cannot read " + path + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  /** Values of one entry, read from a channel that holds the whole file. */
  public static float[] floats(
      SeekableByteChannel channel, SafetensorsHeader header, TensorEntry entry, String name)
      throws IOException {
    if (!entry.dtype().isFloat()) {
      throw new FaultException(
          Texts.of(
              "Tensor %s of %s holds %s values where floats are expected.",
              entry.name(), name, entry.dtype()));
    }
    long bytes = entry.end() - entry.begin();
    if (bytes > Integer.MAX_VALUE - 16) {
      throw new FaultException(
          Texts.of(
              "Tensor %s of %s is too large to be read at once (%d bytes).",
              entry.name(), name, bytes));
    }
    ByteBuffer data = read(channel, header.dataStart() + entry.begin(), (int) bytes, name);
    return FloatCodec.decode(data, entry.dtype());
  }

  private static ByteBuffer read(SeekableByteChannel channel, long at, int count, String name)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(at);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw SafetensorsHeader.broken(name, "it ends too early", null);
      }
    }
    return buffer.flip();
  }
}
