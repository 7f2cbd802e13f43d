package org.densesteer.files.pickle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pickles that Python 3.11 wrote with NumPy 2.4.6 and PyTorch 2.13.0, made smaller by {@code
 * pickletools.optimize}; those of instructions that it no longer writes are made by hand.
 */
class UnpicklerTest {

  private static Object read(String hex) {
    return read(HexFormat.of().parseHex(hex));
  }

  private static Object read(byte[] pickle) {
    return Unpickler.read(FileBytes.of("PyTorch file", "a.pt", pickle));
  }

  /** Letters stand for their own bytes. */
  private static Object readText(String pickle) {
    return read(pickle.getBytes(ISO_8859_1));
  }

  private static PickledBytes bytes(int... values) {
    byte[] content = new byte[values.length];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) values[i];
    }
    return new PickledBytes(ByteBuffer.wrap(content));
  }

  @Test
  void readsNumbersOfEveryLength() {
    assertEquals(
        Arrays.asList(
            1L,
            255L,
            256L,
            65535L,
            70000L,
            -5L,
            1L << 40,
            -(1L << 40),
            BigInteger.TWO.pow(70),
            -129L - (1L << 31),
            2.5,
            true,
            false,
            Unpickler.NONE),
        read(
            "80025d284b014bff4d00014dffff4a701101004afbffffff8a060000000000018a0600000000"
                + "00ff8a090000000000000000408a057fffff7fff47400400000000000088894e652e"));
    assertEquals(0L, readText("\u008a\0."));
    assertEquals(BigInteger.TWO.pow(63), readText("\u008a\t\0\0\0\0\0\0\0\u0080\0."));
    assertEquals(
        Long.MAX_VALUE, readText("\u008a\b\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8002635f636f646563730a656e636f64650a580300000001c3bf58060000006c6174696e3186522e",
        "8003430201ff2e",
        "420200000001ff2e",
        "8e020000000000000001ff2e",
        "96020000000000000001ff2e"
      })
  void readsBytes(String pickle) {
    assertEquals(bytes(1, 255), read(pickle));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X\2\0\0\0ab.",
        "\u008c\2ab.",
        "\u008d\2\0\0\0\0\0\0\0ab.",
        "T\2\0\0\0ab.",
        "U\2ab."
      })
  void readsTexts(String pickle) {
    assertEquals("ab", readText(pickle));
  }

  @Test
  void readsTuplesAndDictionaries() {
    assertEquals(
        List.of(
            List.of(), List.of(1L), List.of(1L, 2L), List.of(1L, 2L, 3L), List.of(1L, 2L, 3L, 4L)),
        read("800228294b01854b014b02864b014b024b0387284b014b024b034b0474742e"));
    assertEquals(
        List.of(Map.of(), Map.of("a", 1L), Map.of("a", 1L, List.of(2L, "b"), "\u00e9")),
        read(
            "8004951e000000000000005d287d7d8c0161944b01737d2868004b014b028c0162868c02c3a9"
                + "75652e"));
  }

  @Test
  void takesAwayRepeatsAndRecalls() {
    assertEquals(List.of(1L, 1L), readText("(K\1" + "2" + "K\3" + "0" + "l."));
    assertEquals(List.of(7L), readText("]K\7(K\1K\2" + "1a."));
    assertEquals(List.of(List.of(1L), List.of(1L)), read("80025d285d71004b01616800652e"));
    assertEquals(
        List.of(List.of(1L), List.of(1L)), read("8004950b000000000000005d285d944b01616800652e"));
    assertEquals(List.of(5L, 5L), readText("K\5r\0\1\0\0" + "j\0\1\0\0\u0086."));
    for (String pickle : List.of("K\5q\0h\1.", "0.", "1.", "(.", ".")) {
      assertThrows(FaultException.class, () -> readText(pickle));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8002635f5f6275696c74696e5f5f0a7365740a5d4b016185522e, a set",
    "80049506000000000000008f284b01902e, a set",
    "8002635f5f6275696c74696e5f5f0a66726f7a656e7365740a5d4b016185522e, a set",
    "8004950500000000000000284b01912e, a set",
    "8002635f5f6275696c74696e5f5f0a636f6d706c65780a473ff000000000000047400000000000000086522e, a complex number",
    "8004951c000000000000008c086275696c74696e738c096279746561727261799343016185522e, bytes",
    "800263746f7263680a6465766963650a580300000063707585522e, a device"
  })
  void knowsWhatItDoesNotRead(String pickle, String what) {
    assertEquals(new PickledOther(what), read(pickle));
  }

  @Test
  void readsDictionariesOfOtherClasses() {
    assertEquals(
        Map.of("a", 2L, "b", 1L),
        read(
            "800263636f6c6c656374696f6e730a436f756e7465720a7d285801000000614b025801000000624b017585522e"));
    assertEquals(
        Map.of("a", 1L, "b", 2L),
        read(
            "800263636f6c6c656374696f6e730a4f726465726564446963740a2952285801000000614b01"
                + "5801000000624b02752e"));
    assertEquals(
        Map.of("a", List.of(1L)),
        read(
            "800263636f6c6c656374696f6e730a64656661756c74646963740a635f5f6275696c74696e5f"
                + "5f0a6c6973740a85525801000000615d4b0161732e"));
    String ordered = "ccollections\nOrderedDict\n";
    assertEquals(Map.of("a", 1L), readText(ordered + "]](U\1aK\1ea\u0085R."));
    // A pair of three, and a key that is a list of lists.
    for (String pairs :
        List.of("](K\1K\1K\1t" + "a\u0085R.", "](]]aK\1ta\u0085R.", "K\1\u0085R.")) {
      assertThrows(FaultException.class, () -> readText(ordered + pairs));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<f8, 0000000000000440, 2.5",
    ">f8, 4004000000000000, 2.5",
    "<f4, 0000c03f, 1.5",
    "<i8, f9ffffffffffffff, -7",
    ">i8, 0000000000000007, 7",
    "<i4, 09000000, 9",
    "|b1, 01, true",
    "|b1, 00, false",
    "<f2, 003c, PickledOther[what=a NumPy scalar of type f2]"
  })
  void readsScalarsOfNumPy(String type, String hex, String value) {
    StringBuilder latin1 = new StringBuilder();
    for (byte b : HexFormat.of().parseHex(hex)) {
      latin1.append((char) (b & 0xff));
    }
    String order = type.substring(0, 1);
    Object read =
        readText(
            "cnumpy._core.multiarray\nscalar\ncnumpy\ndtype\nU\2"
                + type.substring(1)
                + "\u0089\u0088\u0087R(K\3U\1"
                + order
                + "NNNJ\u00ff\u00ff\u00ff\u00ffJ\u00ff\u00ff\u00ff\u00ffK\0tbC"
                + (char) latin1.length()
                + latin1
                + "\u0086R.");
    assertEquals(value, String.valueOf(read));
  }

  @Test
  void readsAScalarAsNumPyWritesIt() {
    assertEquals(
        -7L,
        read(
            "8002636e756d70792e5f636f72652e6d756c746961727261790a7363616c61720a636e756d70"
                + "790a64747970650a5802000000693889888752284b0358010000003c4e4e4e4affffffff4aff"
                + "ffffff4b007462635f636f646563730a656e636f64650a5810000000c3b9c3bfc3bfc3bfc3bf"
                + "c3bfc3bfc3bf58060000006c6174696e31865286522e"));
  }

  @Test
  void readsArraysOfNumPy() {
    PickledArray rows =
        (PickledArray)
            read(
                "80059576000000000000008c136e756d70792e5f636f72652e6e756d657269638c0b5f66726f"
                    + "6d62756666657293289610000000000000000000803f0000004000004040000080408c056e75"
                    + "6d70798c056474797065938c02663489888752284b038c013c4e4e4e4affffffff4affffffff"
                    + "4b0074624b024b02868c014374522e");
    assertEquals("<f4", rows.type());
    assertEquals(List.of(2L, 2L), rows.shape());
    assertFalse(rows.columnMajor());
    assertEquals(
        bytes(0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40, 0, 0, 0x80, 0x40).content(),
        rows.data());
    PickledArray columns =
        (PickledArray)
            read(
                "80059576000000000000008c136e756d70792e5f636f72652e6e756d657269638c0b5f66726f"
                    + "6d62756666657293289610000000000000000000803f0000404000000040000080408c056e75"
                    + "6d70798c056474797065938c02663489888752284b038c013c4e4e4e4affffffff4affffffff"
                    + "4b0074624b024b02868c014674522e");
    assertTrue(columns.columnMajor());
    assertEquals(
        bytes(0, 0, 0x80, 0x3f, 0, 0, 0x40, 0x40, 0, 0, 0, 0x40, 0, 0, 0x80, 0x40).content(),
        columns.data());
    PickledArray small =
        (PickledArray)
            read(
                "80049580000000000000008c166e756d70792e5f636f72652e6d756c746961727261798c0c5f"
                    + "7265636f6e737472756374938c056e756d7079948c076e646172726179934b00854301628752"
                    + "284b014b024b028668008c056474797065938c02693289888752284b038c013c4e4e4e4affff"
                    + "ffff4affffffff4b007462884308010003000200040074622e");
    assertEquals("<i2", small.type());
    assertTrue(small.columnMajor());
    assertEquals(bytes(1, 0, 3, 0, 2, 0, 4, 0).content(), small.data());
    PickledArray big =
        (PickledArray)
            read(
                "8004957a000000000000008c166e756d70792e5f636f72652e6d756c746961727261798c0c5f"
                    + "7265636f6e737472756374938c056e756d7079948c076e646172726179934b00854301628752"
                    + "284b014b018568008c056474797065938c02663489888752284b038c013e4e4e4e4affffffff"
                    + "4affffffff4b0074628943043fc0000074622e");
    assertEquals(">f4", big.type());
    assertEquals(List.of(1L), big.shape());
    assertFalse(big.columnMajor());
  }

  @Test
  void aShapeIsATuple() {
    assertEquals(List.of(2L, 3L), read("800263746f7263680a53697a650a4b024b038685522e"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c__torch__.a\\nB\\n | it is a TorchScript program (__torch__.a.B), not tensors",
        "ctorch.jit._pickle\\nb\\n | it is a TorchScript program (torch.jit._pickle.b), not tensors",
        "ctorch.nn.modules.linear\\nLinear\\n | a Python object of the class torch.nn.modules.linear.Linear;",
        "ctransformers.a\\nB\\n | a Python object of the class transformers.a.B;",
        "cpeft.a\\nB\\n | a Python object of the class peft.a.B;",
        "c__main__\\nB\\n | a Python object of the class __main__.B;",
        "ios\\nsystem\\n | it asks for the Python name os.system, which is not on the list",
        "cposix\\nsystem\\n | it asks for the Python name posix.system, which is not on the list"
      })
  void refusesByName(String pickle, String why) {
    String message =
        assertThrows(FaultException.class, () -> readText(pickle.replace("\\n", "\n")))
            .getMessage()
            .replaceAll("[“”'\"]", "");
    assertTrue(message.contains(why), message);
    assertTrue(message.contains("was run"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "K\1K\1a.",
        "K\1(K\1K\1u.",
        "}(K\1u.",
        "}]]aK\1s.",
        "K\1}b.",
        "}}U\1aK\1sb.",
        "K\1)R.",
        "\u0080\6N.",
        "K\1K\2\u0093."
      })
  void refusesWhatNoFileOfTensorsDoes(String pickle) {
    assertThrows(FaultException.class, () -> readText(pickle));
  }

  @Test
  void readsOneBehindTheOther() {
    Unpickler pickles =
        Unpickler.sequence(FileBytes.of("PyTorch file", "a.pt", "K\1.K\2.x".getBytes(ISO_8859_1)));
    assertEquals(1L, pickles.next());
    assertEquals(3, pickles.position());
    assertEquals(2L, pickles.next());
    assertEquals(6, pickles.position());
  }
}
