package org.densesteer.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages files the way accidents and attackers do. */
public final class Mutations {

  private static final long[] EXTREMES = {
    0,
    1,
    -1,
    0x7f,
    0x80,
    0xff,
    0x7fff,
    0xffff,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    0xffffffffL,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    1L << 32,
    1L << 40
  };

  /** Values of JSON, and the names of fields. */
  private static final Pattern VALUE =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.){0,40}+\"|-?[0-9][0-9.eE+-]*|true|false|null");

  private static final List<String> OTHER_VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1e999",
          "NaN",
          "99999999999999999999",
          "0.5",
          "{}",
          "[]",
          "\"\"",
          "\"\\ud800\"",
          "[[[[[[[[]]]]]]]]",
          "{\"a\":{\"b\":[1]}}",
          "\"../../x\"",
          "2147483648");

  private final Random random;

  /** The same seed gives the same changes. */
  public Mutations(long seed) {
    random = new Random(seed);
  }

  /** A damaged copy: one to four changes. */
  public byte[] of(byte[] original) {
    byte[] bytes = original.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      bytes = change(bytes);
    }
    return bytes;
  }

  /** The same for a text: every second copy stays well-formed, but has another value somewhere. */
  public byte[] ofText(byte[] original) {
    if (random.nextBoolean()) {
      return of(original);
    }
    String text = new String(original, ISO_8859_1);
    List<MatchResult> values = VALUE.matcher(text).results().toList();
    if (values.isEmpty()) {
      return of(original);
    }
    MatchResult one = values.get(random.nextInt(values.size()));
    String other =
        random.nextInt(4) == 0
            ? values.get(random.nextInt(values.size())).group()
            : OTHER_VALUES.get(random.nextInt(OTHER_VALUES.size()));
    return (text.substring(0, one.start()) + other + text.substring(one.end()))
        .getBytes(ISO_8859_1);
  }

  private byte[] change(byte[] bytes) {
    // Headers are where the claims are, so half of the changes fall on the first bytes.
    int span = random.nextBoolean() ? Math.min(bytes.length, 400) : bytes.length;
    int at = random.nextInt(span);
    switch (random.nextInt(8)) {
      case 0 -> bytes[at] = (byte) random.nextInt();
      case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> putNumber(bytes, at, 1 << random.nextInt(4));
      case 3 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 4 -> {
        int length = Math.min(random.nextInt(64), bytes.length - at);
        System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
      }
      case 5 -> {
        return without(bytes, at, Math.min(1 + random.nextInt(16), bytes.length - at));
      }
      case 6 -> {
        return repeated(bytes, at, Math.min(1 + random.nextInt(64), bytes.length - at));
      }
      default -> {
        char c = "{}[]\",:0123456789eE+-.(ctRQ}u)q".charAt(random.nextInt(31));
        bytes[at] = (byte) c;
      }
    }
    return bytes;
  }

  private void putNumber(byte[] bytes, int at, int width) {
    long value = EXTREMES[random.nextInt(EXTREMES.length)];
    for (int i = 0; i < width && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }

  private static byte[] without(byte[] bytes, int at, int count) {
    byte[] result = Arrays.copyOf(bytes, bytes.length - count);
    System.arraycopy(bytes, at + count, result, at, bytes.length - at - count);
    return result;
  }

  private static byte[] repeated(byte[] bytes, int at, int count) {
    byte[] result = Arrays.copyOf(bytes, bytes.length + count);
    System.arraycopy(bytes, at, result, at + count, bytes.length - at);
    return result;
  }
}
