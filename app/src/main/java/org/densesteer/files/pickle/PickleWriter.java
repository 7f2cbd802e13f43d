package org.densesteer.files.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * Pickles {@code {layer: tensor}}, protocol 2, where tensor number i is one-dimensional, single
 * precision, and fills the storage {@code data/i}.
 */
public final class PickleWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private PickleWriter() {}

  /** The pickle of tensors that all have {@code width} elements. */
  public static byte[] dictionary(Collection<Integer> layers, int width) {
    return new PickleWriter().write(layers, width);
  }

  private byte[] write(Collection<Integer> layers, int width) {
    opcodes("\u0080\u0002}(");
    int storage = 0;
    for (int layer : layers) {
      number(layer);
      opcodes("ctorch._utils\n_rebuild_tensor_v2\n((");
      text("storage");
      opcodes("ctorch\nFloatStorage\n");
      text(String.valueOf(storage++));
      text("cpu");
      number(width);
      opcodes("tQ");
      number(0);
      number(width);
      opcodes("\u0085");
      number(1);
      opcodes("\u0085\u0089ccollections\nOrderedDict\n)RtR");
    }
    opcodes("u.");
    return out.toByteArray();
  }

  private void opcodes(String latin1) {
    raw(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void number(int value) {
    opcodes("J");
    raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  private void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    opcodes("X");
    raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length).array());
    raw(bytes);
  }

  private void raw(byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }
}
