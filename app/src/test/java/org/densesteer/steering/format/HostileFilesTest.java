package org.densesteer.steering.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.files.gguf.GgufWriter;
import org.densesteer.files.numpy.NpyWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to do harm, or that lie. */
class HostileFilesTest {

  private static final String TENSOR =
      "ctorch._utils\n_rebuild_tensor_v2\n((X\u0007\0\0\0storagectorch\nFloatStorage\n"
          + "X\u0001\0\0\0000X\u0003\0\0\0cpuK\btQK\0K\b\u0085K\u0001\u0085\u0089"
          + "ccollections\nOrderedDict\n)RtR";

  @TempDir Path folder;

  @Test
  void aTensorPickleAsSuchIsRead() {
    VectorRead read = readPickle("\u0080\u0002}(K\u0003" + TENSOR + "u.");
    assertEquals(java.util.Set.of(3), read.vector().directions().keySet());
    assertEquals(8, read.vector().hiddenSize());
  }

  @Test
  void codeInAPickleIsRefusedByName() {
    pickleRefused("cos\nsystem\n(X\u0002\0\0\0idtR.", "'os.system'");
    pickleRefused("cposix\nsystem\n(X\u0002\0\0\0idtR.", "'posix.system'");
    pickleRefused("\u0080\u0004\u008c\u0002os\u008c\u0006system\u0093.", "'os.system'");
    pickleRefused("(X\u0002\0\0\0idios\nsystem\n.", "'os.system'");
    pickleRefused("cbuiltins\neval\n.", "'builtins.eval'");
    pickleRefused("ctorch\nload\n.", "'torch.load'");
    pickleRefused("ctorch._utils\n_rebuild_tensor_v2.__globals__\n.", "__globals__");
  }

  @Test
  void aBarePickleIsRefusedByName() {
    byte[] bare = "\u0080\u0002cos\nsystem\n.".getBytes(StandardCharsets.ISO_8859_1);
    refused(VectorFormats.PYTORCH, bare, "'os.system'");
    byte[] harmless = "\u0080\u0002}.".getBytes(StandardCharsets.ISO_8859_1);
    refused(VectorFormats.PYTORCH, harmless, "bare pickle");
    byte[] cutOff =
        "\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.\u0080\u0002M\u00e9\u0003."
            .getBytes(StandardCharsets.ISO_8859_1);
    refused(VectorFormats.PYTORCH, cutOff, "it ends within its pickle");
  }

  @Test
  void allowedNamesCannotBeMisused() {
    pickleRefused("ccollections\nOrderedDict\n(K\u0001tR.", "collections.OrderedDict");
    pickleRefused("ctorch\nFloatStorage\n)R.", "no function");
    pickleRefused("csteering_vectors.steering_vector\nSteeringVector\n)R.", "SteeringVector");
    pickleRefused("K\u0001)R.", "no function");
    pickleRefused("}K\u0001b.", "attributes");
    pickleRefused("}.", "holds no direction");
    pickleRefused("}(X\u0001\0\0\0a" + TENSOR + "u.", "with --layer");
    pickleRefused("}(K\u0001K\u0002u.", "holds no direction that can be read, but '1' (2)");
  }

  @Test
  void brokenPicklesAreRefused() {
    pickleRefused("R.", "empty stack");
    pickleRefused("t.", "mark");
    pickleRefused("h\u0005.", "recalls");
    pickleRefused("X\u00ff\u00ff\u00ff\u00ffa.", "4294967295");
    pickleRefused("\u0080\u0063.", "protocol 99");
    pickleRefused("]q\0h\0a.", "more than 8 deep");
    pickleRefused("I1\n.", "0x49");
    pickleRefused("}q\0h\0h\0s.", "dictionary key");
    // A dictionary that contains itself, then used as the content of the file.
    pickleRefused("}q\0(K\u0001h\0u.", "more than 8 deep");
    pickleRefused("(".repeat(Short.MAX_VALUE) + "t.", "holds no direction");
    // Lists of the list before, twice each: 2^30 ways through them.
    String twice = "]q\0" + "]q\u0001(h\0h\0eq\0".repeat(30);
    pickleRefused(twice + ".", "more than");
  }

  @Test
  void aTensorOutsideItsStorageIsRefused() {
    String dictionary = "}(K\u0003" + TENSOR + "u.";
    pickleRefused(dictionary.replace("tQK\0", "tQK\u0001"), "within its storage");
    pickleRefused(dictionary.replace("tQK\0", "tQJ\u00ff\u00ff\u00ff\u00ff"), "within its storage");
    pickleRefused(dictionary.replace("K\btQ", "K\u0009tQ"), "claims 9 elements");
    pickleRefused(
        dictionary.replace("\u0085K\u0001\u0085", "\u0085K\u0002\u0085"), "within its storage");
    pickleRefused(dictionary.replace("K\b\u0085", "K\0\u0085"), "no values");
    pickleRefused(dictionary.replace("K\b\u0085", "J\u00ff\u00ff\u00ff\u007f\u0085"), "2147483647");
    pickleRefused(dictionary.replace("\0000X", "\0009X"), "'archive/data/9'");
  }

  @Test
  void tensorsThatRepeatFewBytesWithoutEndAreRefused() {
    String repeated = TENSOR.replace("\u0085K\u0001\u0085", "\u0085K\0\u0085");
    VectorRead read = readPickle("}(K\u0003" + repeated + "u.");
    assertEquals(8, read.vector().hiddenSize());
    String huge = "\u008a\u0006\0\0\0\0\0\u0001\u0085";
    pickleRefused("}(K\u0003" + repeated.replace("K\b\u0085", huge) + "u.", "1099511627776 values");
  }

  @Test
  void aZipBombIsRefused() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("direction.0.npy", new byte[100 << 20]);
    byte[] large = Archives.zip(entries);
    assertTrue(large.length < 1 << 20, "the bomb should be small");
    entries.put("direction.1.npy", new byte[100 << 20]);
    refused(VectorFormats.NPZ, Archives.zip(entries), "128 MiB");
    // The same content, but the directory claims ten bytes.
    int directory = lastIndexOf(large, "PK\u0001\u0002");
    byte[] lying = large.clone();
    Arrays.fill(lying, directory + 24, directory + 28, (byte) 0);
    lying[directory + 24] = 10;
    refused(VectorFormats.NPZ, lying, "more than it claims");
  }

  @Test
  void entriesThatShareTheirBytesAreRefused() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("direction.0.npy", NpyWriter.vector(new float[64]));
    entries.put("direction.1.npy", new byte[0]);
    byte[] zip = Archives.stored(entries);
    int second = lastIndexOf(zip, "PK\u0001\u0002");
    int first = second - 46 - "direction.0.npy".length();
    System.arraycopy(zip, first + 16, zip, second + 16, 12);
    Arrays.fill(zip, second + 42, second + 46, (byte) 0);
    refused(VectorFormats.NPZ, zip, "more bytes than there are");
  }

  @Test
  void anArchiveThatHasAnEntryTwiceIsRefused() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("direction.0.npy", NpyWriter.vector(new float[] {1}));
    entries.put("direction.1.npy", NpyWriter.vector(new float[] {1}));
    String text = new String(Archives.stored(entries), StandardCharsets.ISO_8859_1);
    byte[] twice = text.replace("direction.1", "direction.0").getBytes(StandardCharsets.ISO_8859_1);
    refused(VectorFormats.NPZ, twice, "twice");
  }

  @Test
  void aDamagedEntryIsRefused() {
    byte[] zip = Archives.stored(Map.of("direction.0.npy", NpyWriter.vector(new float[] {1, 2})));
    zip[30 + "direction.0.npy".length() + 130] ^= 1;
    refused(VectorFormats.NPZ, zip, "checksum");
  }

  @Test
  void lyingCountsInGgufAreRefused() {
    byte[] sound = new GgufWriter().tensor("direction.1", new float[] {1, 2}).bytes();
    assertEquals(2, Archives.read(VectorFormats.GGUF, sound).vector().hiddenSize());
    for (int count : new int[] {8, 16}) {
      byte[] lying = sound.clone();
      Arrays.fill(lying, count, count + 8, (byte) 0x7f);
      refused(VectorFormats.GGUF, lying, "claims 9187201950435737471");
    }
    int width = lastIndexOf(sound, "direction.1") + "direction.1".length() + 4;
    byte[] wide = sound.clone();
    wide[width + 1] = 1;
    refused(VectorFormats.GGUF, wide, "is said to be 1032 bytes");
    wide[width + 7] = 1;
    refused(VectorFormats.GGUF, wide, "values");
  }

  @Test
  void duplicateAndOverlappingTensorsAreRefused() {
    byte[] two =
        new GgufWriter()
            .tensor("direction.1", new float[] {1, 2})
            .tensor("direction.2", new float[] {3, 4})
            .bytes();
    byte[] duplicate = two.clone();
    duplicate[lastIndexOf(two, "direction.2") + "direction.".length()] = '1';
    refused(VectorFormats.GGUF, duplicate, "layer 0 twice");
    byte[] overlapping = two.clone();
    overlapping[lastIndexOf(two, "direction.2") + "direction.2".length() + 4 + 8 + 4] = 4;
    refused(VectorFormats.GGUF, overlapping, "overlaps");
  }

  @Test
  void ggufNamesThatLlamaCppRefusesAreNotPassedOver() {
    refused(
        VectorFormats.GGUF,
        new GgufWriter().tensor("token_embd.weight", new float[1]).bytes(),
        "'token_embd.weight'");
  }

  @Test
  void numPyObjectsAreRefused() {
    String npy = new String(NpyWriter.vector(new float[2]), StandardCharsets.ISO_8859_1);
    refused(VectorFormats.NPY, npy.replace("<f4", "|O8"), "Python objects");
    refused(
        VectorFormats.NPY, npy.replace("<f4", "<c8"), "element type '<c8', which is not supported");
    refused(VectorFormats.NPY, npy.replace("(2,)", "(9,)"), "does not fill");
    refused(VectorFormats.NPY, npy.replace("(2,)", "(1,)"), "followed by 4 more bytes");
    refused(VectorFormats.NPY, npy, "with --layer");
  }

  @Test
  void brokenJsonIsRefused() {
    refused(VectorFormats.JSON, "{\"directions\":{\"1\":[1,2],\"2\":[1]}}", "has 1 values where");
    refused(
        VectorFormats.JSON,
        "{\"directions\":{\"1\":[1,\"x\"]}}",
        "value 1 of 'directions.1' is no number");
    refused(VectorFormats.JSON, "{\"directions\":{\"1\":[1e999]}}", "Infinity");
    refused(VectorFormats.JSON, "{\"directions\":{\"1\":[NaN]}}", "not well-formed JSON");
    refused(VectorFormats.JSON, "{\"directions\":{\"1\":[1],\"1\":[1]}}", "“1” twice");
    refused(VectorFormats.JSON, "{\"directions\":{\"1\":[1]},\"directions\":{}}", "twice");
    refused(VectorFormats.JSON, "{\"metadata\":{\"a\":\"\",\"a\":\"\"}}", "“a” twice");
    refused(VectorFormats.JSON, "{\"directions\":{\"1\":[1],\"01\":[1]}}", "twice");
    refused(VectorFormats.JSON, "{\"directions\":{\"-1\":[1]}}", "names layer -1");
    refused(
        VectorFormats.JSON,
        "{\"x\":" + "[".repeat(100_000),
        "cannot be used: it is nested too deeply");
    refused(VectorFormats.JSON, "{\"hidden_size\":3}", "holds no direction");
    refused(VectorFormats.JSON, "[1]", "with --layer");
    refused(VectorFormats.JSON, "1", "no JSON object or list");
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    for (VectorFormat format : VectorFormats.all()) {
      byte[] sound = Archives.written(format, Vectors.random(4, 0, 1));
      // The last line feed of JSON is no part of it.
      int end = format.equals(VectorFormats.JSON) ? sound.length - 1 : sound.length;
      for (int length = 0; length < end; length++) {
        byte[] cut = Arrays.copyOf(sound, length);
        int at = length;
        // GGUF files may lack the padding after the last tensor.
        if (format.equals(VectorFormats.GGUF) && length >= sound.length - 16) {
          continue;
        }
        assertThrows(
            FaultException.class,
            () -> Archives.read(format, cut),
            () -> format.id() + " cut off after " + at + " bytes");
      }
    }
  }

  @Test
  void whatIsNoVectorFileIsRefused() throws IOException {
    assertEquals(
        "Cannot read " + folder.resolve("none.pt") + ": it does not exist.", fault("none.pt"));
    assertEquals("Cannot read " + folder.resolve("") + ": it is not a file.", fault(""));
    Files.writeString(folder.resolve("notes.txt"), "hello");
    assertTrue(fault("notes.txt").contains("no vector file of a kind that is known"));
    for (VectorFormat format : VectorFormats.all()) {
      String name = "empty" + format.endings().get(0);
      Path empty = Files.createFile(folder.resolve(name));
      assertEquals("The file " + empty + " is empty.", fault(name));
    }
    try (var sparse = new java.io.RandomAccessFile(folder.resolve("big.npy").toFile(), "rw")) {
      sparse.setLength(VectorFiles.MAX_FILE_BYTES + 1L);
    }
    assertTrue(fault("big.npy").contains("is 128 MiB"), fault("big.npy"));
  }

  @Test
  void textUnderAnotherEndingIsSaidToBeNoSuchFile() {
    String text = "this is a text\n";
    refused(VectorFormats.GGUF, text, "does not begin as a GGUF file does");
    refused(VectorFormats.NPZ, text, "does not begin as a ZIP archive does");
    refused(VectorFormats.PYTORCH, text, "does not begin as a ZIP archive does");
    refused(VectorFormats.NPY, text, "does not begin as a NumPy array does");
    refused(VectorFormats.JSON, text, "not well-formed JSON at line 1");
  }

  @Test
  void jsonThatWasCutOffIsSaidInPlainWords() {
    refused(VectorFormats.JSON, "{\"directions\":{\"1\":[1,", "stops in the middle");
    refused(VectorFormats.JSON, "{\"direc", "stops in the middle");
  }

  private String fault(String name) {
    return assertThrows(FaultException.class, () -> VectorFiles.read(folder.resolve(name)))
        .getMessage();
  }

  private static VectorRead readPickle(String pickle) {
    return Archives.read(VectorFormats.PYTORCH, Archives.pytorch(pickle));
  }

  private static void pickleRefused(String pickle, String reason) {
    refused(VectorFormats.PYTORCH, Archives.pytorch(pickle), reason);
  }

  private static void refused(VectorFormat format, String content, String reason) {
    refused(format, content.getBytes(StandardCharsets.ISO_8859_1), reason);
  }

  private static void refused(VectorFormat format, byte[] content, String reason) {
    FaultException fault = assertThrows(FaultException.class, () -> Archives.read(format, content));
    assertTrue(fault.getMessage().contains(reason), fault.getMessage());
  }

  private static int lastIndexOf(byte[] content, String latin1) {
    return new String(content, StandardCharsets.ISO_8859_1).lastIndexOf(latin1);
  }
}
