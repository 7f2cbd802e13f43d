package org.densesteer.files.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files put together byte by byte, as the format's description has it. */
class GgufFileTest {

  private static final int TEXT = 8;
  private static final int LIST = 9;

  private static byte[] file(
      int version, long tensors, long entries, Consumer<ByteBuffer> content) {
    ByteBuffer file = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    file.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(version);
    file.putLong(tensors).putLong(entries);
    content.accept(file);
    return Arrays.copyOf(file.array(), file.position());
  }

  private static GgufFile read(byte[] bytes) {
    return GgufFile.read(FileBytes.of("test", "a.gguf", bytes));
  }

  private static String refusal(byte[] bytes) {
    return assertThrows(FaultException.class, () -> read(bytes)).getMessage();
  }

  private static void text(ByteBuffer file, String text) {
    file.putLong(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void list(ByteBuffer file, int type, long count) {
    file.putInt(type).putLong(count);
  }

  private static void entry(ByteBuffer file, String key, int type) {
    text(file, key);
    file.putInt(type);
  }

  /** Every list is followed by a text, which is only found where the list ends where it should. */
  private static byte[] withList(Consumer<ByteBuffer> list) {
    return file(
        3,
        0,
        2,
        file -> {
          entry(file, "a", LIST);
          list.accept(file);
          entry(file, "b", TEXT);
          text(file, "behind");
        });
  }

  private static void assertPassed(Consumer<ByteBuffer> list) {
    assertEquals(Map.of("a", "(list)", "b", "behind"), read(withList(list)).metadata());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0 1", "1 1", "7 1", "2 2", "3 2", "4 4", "5 4", "6 4", "10 8", "11 8", "12 8"})
  void listsOfNumbersArePassedOver(String typeAndBytes) {
    String[] parts = typeAndBytes.split(" ");
    assertPassed(
        file -> {
          list(file, Integer.parseInt(parts[0]), 3);
          file.put(new byte[3 * Integer.parseInt(parts[1])]);
        });
  }

  @Test
  void listsOfTextsAndOfListsArePassedOver() {
    assertPassed(file -> list(file, TEXT, 0));
    assertPassed(
        file -> {
          list(file, TEXT, 2);
          text(file, "x");
          text(file, "");
        });
    assertPassed(
        file -> {
          list(file, LIST, 2);
          list(file, 2, 1);
          file.putShort((short) 7);
          list(file, TEXT, 1);
          text(file, "yy");
        });
  }

  @Test
  void listsAreFourDeepAtMost() {
    assertPassed(
        file -> {
          list(file, LIST, 1);
          list(file, LIST, 1);
          list(file, LIST, 1);
          list(file, 0, 1);
          file.put((byte) 1);
        });
    assertEquals(
        "The test file a.gguf is broken: the lists of 'a' are nested too deeply.",
        refusal(
            withList(
                file -> {
                  list(file, LIST, 1);
                  list(file, LIST, 1);
                  list(file, LIST, 1);
                  list(file, LIST, 1);
                  list(file, 0, 0);
                })));
  }

  @Test
  void listsThatClaimMoreThanThereIsAreRefused() {
    assertEquals(
        "The test file a.gguf is broken: the list 'a' claims 18446744073709551615 elements.",
        refusal(withList(file -> list(file, 0, -1))));
    // 27 bytes are left: the entry behind it.
    assertEquals(
        "The test file a.gguf is broken: the list 'a' claims 28 elements.",
        refusal(withList(file -> list(file, 0, 28))));
    assertEquals(
        "The test file a.gguf is broken: the list 'a' has the unknown type 13.",
        refusal(withList(file -> list(file, 13, 1))));
  }

  @Test
  void valuesOfEveryType() {
    byte[] bytes =
        file(
            2,
            0,
            11,
            file -> {
              entry(file, "k0", 0);
              file.put((byte) -1);
              entry(file, "k1", 1);
              file.put((byte) -1);
              entry(file, "k2", 2);
              file.putShort((short) -1);
              entry(file, "k3", 3);
              file.putShort((short) -1);
              entry(file, "k4", 4);
              file.putInt(-1);
              entry(file, "k5", 5);
              file.putInt(-1);
              entry(file, "k6", 6);
              file.putFloat(1.5f);
              entry(file, "k7", 7);
              file.put((byte) 1);
              entry(file, "k8", 10);
              file.putLong(-1);
              entry(file, "k9", 11);
              file.putLong(-1);
              entry(file, "l", 12);
              file.putDouble(-0.25);
            });
    GgufFile read = read(bytes);
    assertEquals(
        "{k0=255, k1=-1, k2=65535, k3=-1, k4=4294967295, k5=-1, k6=1.5, k7=true,"
            + " k8=18446744073709551615, k9=-1, l=-0.25}",
        read.metadata().toString());
    assertEquals((bytes.length + 31) / 32 * 32, read.dataStart());
  }

  @Test
  void otherVersionsAreNamed() {
    byte[] big = file(Integer.reverseBytes(3), 0, 0, file -> {});
    assertEquals("The test file a.gguf cannot be used: it is big-endian.", refusal(big));
    byte[] later = file(4, 0, 0, file -> {});
    assertEquals(
        "The test file a.gguf cannot be used: it has version 4 where 2 or 3 is expected.",
        refusal(later));
  }
}
