package org.densesteer.files.numpy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;
import org.junit.jupiter.api.Test;

/** Held against what {@code np.save} of NumPy 2 writes. */
class NumpyFilesTest {

  /**
   * A file of NumPy's: a header of 118 bytes, filled up with spaces so that the data begins at 128.
   */
  private static byte[] saved(String fields, String data) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("\u0093NUMPY\u0001\u0000v\u0000".getBytes(StandardCharsets.ISO_8859_1));
    file.writeBytes(
        (fields + " ".repeat(117 - fields.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(HexFormat.of().parseHex(data));
    return file.toByteArray();
  }

  private static NpyArray read(byte[] bytes) {
    return NpyArray.read(FileBytes.of("test", "a.npy", bytes), "its array");
  }

  @Test
  void aMatrixHasTheBytesOfNumPys() {
    byte[] expected =
        saved(
            "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3), }",
            "0000c03f000000c000004040");
    assertArrayEquals(expected, NpyWriter.matrix(List.of(new float[] {1.5f, -2, 3}), 3));
    NpyArray read = read(expected);
    assertEquals(List.of(1, 3), read.shape());
    assertEquals(12, read.data().remaining());
  }

  @Test
  void aTextHasTheBytesOfNumPys() {
    assertArrayEquals(
        saved("{'descr': '<U2', 'fortran_order': False, 'shape': (), }", "6100000062000000"),
        NpyWriter.text("ab"));
  }

  /** NumPy fills a text up to its type's length, and a zero within stays. */
  @Test
  void whatATextIsFilledUpWithFallsAway() {
    String fields = "{'descr': '<U5', 'fortran_order': False, 'shape': (), }";
    assertEquals("ab", read(saved(fields, "6100000062000000" + "0".repeat(24))).text());
    assertEquals("", read(saved(fields, "0".repeat(40))).text());
    assertEquals(
        "a\0b", read(saved(fields, "6100000000000000" + "62000000" + "0".repeat(16))).text());
  }

  @Test
  void aHeaderThatIsTooLongToBeTrueIsRefused() {
    byte[] bytes =
        HexFormat.of().parseHex("934e554d5059" + "0200" + "01000100" + "20".repeat(70_000));
    FaultException fault = assertThrows(FaultException.class, () -> read(bytes));
    assertEquals(
        "The test file a.npy is broken: its array claims a header of 65537 bytes.",
        fault.getMessage());
  }
}
