package org.densesteer.files.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes one pickle, protocol 2 (Python, Lib/pickletools.py lists the instructions). */
public final class PickleWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Begins a pickle. */
  public PickleWriter() {
    instructions("\u0080\u0002");
  }

  /** Adds instructions, given as Latin-1 text: {@code )} for an empty tuple, for example. */
  public PickleWriter instructions(String latin1) {
    return raw(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Adds an integer. */
  public PickleWriter number(int value) {
    return instructions("J").int32(value);
  }

  /** Adds a 64-bit float. */
  public PickleWriter decimal(double value) {
    return instructions("G").raw(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
  }

  /** Adds a text. */
  public PickleWriter text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return instructions("X").int32(bytes.length).raw(bytes);
  }

  /** Ends the pickle: its value is what lies on top of the stack. */
  public byte[] bytes() {
    instructions(".");
    return out.toByteArray();
  }

  private PickleWriter int32(int value) {
    return raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  private PickleWriter raw(byte[] bytes) {
    out.write(bytes, 0, bytes.length);
    return this;
  }
}
