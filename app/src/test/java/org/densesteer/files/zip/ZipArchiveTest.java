package org.densesteer.files.zip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipArchiveTest {

  private static final int END_BYTES = 22;
  private static final int NAME_OFFSET_IN_MEMBER = 46;

  @TempDir Path folder;

  private byte[] archive() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("root/b", "second".getBytes(StandardCharsets.US_ASCII));
    entries.put("root/a", new byte[0]);
    Path file = folder.resolve("a.zip");
    StoredZip.write(file, entries);
    return Files.readAllBytes(file);
  }

  private static ZipArchive open(byte[] bytes) {
    return ZipArchive.open(FileBytes.of("test", "a.zip", bytes));
  }

  private static String content(ZipArchive zip, String name) {
    return StandardCharsets.US_ASCII.decode(zip.read(name).content().duplicate()).toString();
  }

  @Test
  void entriesComeBackInOrder() throws IOException {
    ZipArchive zip = open(archive());
    assertEquals(List.of("root/b", "root/a"), List.copyOf(zip.names()));
    assertEquals("second", content(zip, "root/b"));
    assertEquals("", content(zip, "root/a"));
    FaultException fault = assertThrows(FaultException.class, () -> zip.read("root/c"));
    assertEquals(
        "The test file a.zip is broken: its entry 'root/c' is missing.", fault.getMessage());
  }

  @Test
  void aCommentAtTheEndIsPassedOver() throws IOException {
    byte[] plain = archive();
    ByteBuffer commented = ByteBuffer.allocate(plain.length + 5).put(plain).put(new byte[5]);
    commented.put(plain.length - 2, (byte) 5);
    assertEquals("second", content(open(commented.array()), "root/b"));
  }

  @Test
  void theDirectoryMayBeDescribedIn64Bits() throws IOException {
    byte[] plain = archive();
    assertEquals("second", content(open(wide(plain)), "root/b"));
    byte[] lying = wide(plain);
    lying[plain.length - END_BYTES + 32 + 3] = 1;
    FaultException fault = assertThrows(FaultException.class, () -> open(lying));
    assertTrue(fault.getMessage().contains("claims 16777218 entries"), fault.getMessage());
  }

  /**
   * Puts a 64-bit end record before the end, as PyTorch does, and makes the old one refer to it.
   */
  private static byte[] wide(byte[] plain) {
    int end = plain.length - END_BYTES;
    ByteBuffer old = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer zip = ByteBuffer.allocate(plain.length + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
    zip.put(plain, 0, end);
    zip.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
    zip.putInt(0).putInt(0).putLong(2).putLong(2);
    zip.putLong(old.getInt(end + 12)).putLong(old.getInt(end + 16));
    zip.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
    zip.putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1);
    return zip.putShort((short) 0).array();
  }

  @Test
  void anEntrysSizesMayBeIn64Bits() throws IOException {
    byte[] plain = archive();
    ByteBuffer old = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    int directory = old.getInt(plain.length - 6);
    int extraAt = directory + NAME_OFFSET_IN_MEMBER + "root/b".length();
    ByteBuffer zip = ByteBuffer.allocate(plain.length + 20).order(ByteOrder.LITTLE_ENDIAN);
    zip.put(plain, 0, extraAt);
    zip.putShort((short) 1).putShort((short) 16).putLong(6).putLong(6);
    zip.put(plain, extraAt, plain.length - extraAt);
    zip.putInt(directory + 20, -1).putInt(directory + 24, -1);
    zip.putShort(directory + 30, (short) 20);
    int end = zip.capacity() - END_BYTES;
    zip.putInt(end + 12, old.getInt(plain.length - END_BYTES + 12) + 20);
    assertEquals("second", content(open(zip.array()), "root/b"));
    zip.putLong(extraAt + 4, 1L << 40);
    FaultException fault = assertThrows(FaultException.class, () -> open(zip.array()));
    assertTrue(fault.getMessage().contains("128 MiB"), fault.getMessage());
  }

  @Test
  void encryptedAndUnknownMethodsAreRefused() throws IOException {
    byte[] plain = archive();
    int directory = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).getInt(plain.length - 6);
    byte[] encrypted = plain.clone();
    encrypted[directory + 8] |= 1;
    assertTrue(
        assertThrows(FaultException.class, () -> open(encrypted)).getMessage().contains("encrypt"));
    byte[] method = plain.clone();
    method[directory + 10] = 14;
    assertTrue(
        assertThrows(FaultException.class, () -> open(method))
            .getMessage()
            .contains("by method 14"));
  }

  /**
   * Java's own writer: packed entries with comments and extra fields, sizes told in the directory.
   */
  @Test
  void packedEntriesOfEveryLengthComeBack() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int length : new int[] {0, 1, 65_535, 65_536, 65_537, 131_073, 300_000}) {
      byte[] content = new byte[length];
      new Random(length).nextBytes(content);
      Arrays.fill(content, length / 2, length, (byte) 7);
      entries.put("e" + length, content);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment("of the whole");
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry made = new ZipEntry(entry.getKey());
        made.setComment("of " + entry.getKey());
        made.setExtra(new byte[] {1, 2, 1, 0, 9});
        zip.putNextEntry(made);
        zip.write(entry.getValue());
      }
    }
    ZipArchive zip = open(bytes.toByteArray());
    assertEquals(List.copyOf(entries.keySet()), List.copyOf(zip.names()));
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      assertEquals(ByteBuffer.wrap(entry.getValue()), zip.read(entry.getKey()).content());
    }
  }
}
