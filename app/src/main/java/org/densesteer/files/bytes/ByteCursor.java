package org.densesteer.files.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * Reads a file's numbers and texts one after the other, little-endian. Each call names what it
 * reads; when the file ends before, the {@link FaultException} says so.
 */
public final class ByteCursor {

  private final FileBytes source;
  private int position;

  ByteCursor(FileBytes source, int position) {
    this.source = source;
    this.position = position;
  }

  /** Offset of the next byte. */
  public int position() {
    return position;
  }

  /** Bytes that are left. */
  public int remaining() {
    return source.size() - position;
  }

  /** The next {@code count} bytes. */
  public ByteBuffer bytes(long count, String what) {
    if (count < 0 || count > remaining()) {
      throw source.broken(
          Texts.of(
              "it ends within %s, which should take %s bytes where %d are left",
              what, Long.toUnsignedString(count), remaining()));
    }
    ByteBuffer slice = source.slice(position, count, what);
    position += (int) count;
    return slice;
  }

  /** Passes over {@code count} bytes. */
  public void skip(long count, String what) {
    bytes(count, what);
  }

  /** An unsigned byte. */
  public int u8(String what) {
    return bytes(1, what).get() & 0xff;
  }

  /** An unsigned 16-bit number. */
  public int u16(String what) {
    return bytes(2, what).getShort() & 0xffff;
  }

  /** An unsigned 32-bit number. */
  public long u32(String what) {
    return bytes(4, what).getInt() & 0xffffffffL;
  }

  /** A signed 32-bit number. */
  public int i32(String what) {
    return bytes(4, what).getInt();
  }

  /** 64 bits; an unsigned number of 2^63 and more comes out negative. */
  public long i64(String what) {
    return bytes(8, what).getLong();
  }

  /** UTF-8 text of {@code count} bytes; malformed parts become replacement characters. */
  public String text(long count, String what) {
    ByteBuffer bytes = bytes(count, what);
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  /** ASCII text up to a line feed, which is passed over; at most {@code longest} characters. */
  public String line(int longest, String what) {
    StringBuilder line = new StringBuilder();
    for (int c = u8(what); c != '\n'; c = u8(what)) {
      if (line.length() == longest) {
        throw source.broken(what + " is longer than " + longest + " characters");
      }
      line.append((char) c);
    }
    return line.toString();
  }
}
