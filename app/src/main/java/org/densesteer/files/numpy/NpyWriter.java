package org.densesteer.files.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import org.densesteer.common.Texts;

/** Makes the content of {@code .npy} files, version 1 of the format. */
public final class NpyWriter {

  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final int PREFIX_BYTES = 10;
  private static final int ALIGNMENT = 64;

  private NpyWriter() {}

  /** A one-dimensional array of single-precision floats. */
  public static byte[] vector(float[] values) {
    ByteBuffer file = start("<f4", "(" + values.length + ",)", 4 * values.length);
    put(file, values);
    return file.array();
  }

  /** A two-dimensional array of single-precision floats; all rows have {@code columns} values. */
  public static byte[] matrix(Collection<float[]> rows, int columns) {
    int bytes = Math.multiplyExact(4 * columns, rows.size());
    ByteBuffer file = start("<f4", "(" + rows.size() + ", " + columns + ")", bytes);
    rows.forEach(row -> put(file, row));
    return file.array();
  }

  /** A scalar of text. */
  public static byte[] text(String value) {
    byte[] encoded = value.getBytes(UTF_32LE);
    return start("<U" + encoded.length / 4, "()", encoded.length).put(encoded).array();
  }

  private static ByteBuffer start(String type, String shape, int dataBytes) {
    String fields = Texts.of("{'descr': '%s', 'fortran_order': False, 'shape': %s, }", type, shape);
    int length = fields.length() + 1;
    int padded = (PREFIX_BYTES + length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - PREFIX_BYTES;
    byte[] header = Arrays.copyOf(fields.getBytes(StandardCharsets.US_ASCII), padded);
    Arrays.fill(header, fields.length(), padded - 1, (byte) ' ');
    header[padded - 1] = '\n';
    return ByteBuffer.allocate(PREFIX_BYTES + padded + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1))
        .putShort((short) padded)
        .put(header);
  }

  private static void put(ByteBuffer file, float[] values) {
    file.asFloatBuffer().put(values);
    file.position(file.position() + 4 * values.length);
  }
}
