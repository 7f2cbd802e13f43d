package org.densesteer.samplemaker;

import java.nio.charset.StandardCharsets;

/**
 * The printable character that stands for each byte in a byte-level vocabulary, as GPT-2 defined it
 * (Radford et al., 2019): visible Latin-1 characters stand for themselves, the other bytes follow
 * from U+0100 on.
 */
final class ByteAlphabet {

  static final int SIZE = 256;

  private static final char[] SYMBOLS = new char[SIZE];

  static {
    int next = SIZE;
    for (int value = 0; value < SIZE; value++) {
      boolean visible =
          value >= '!' && value <= '~' || value >= 0xa1 && value <= 0xff && value != 0xad;
      SYMBOLS[value] = visible ? (char) value : (char) next++;
    }
  }

  private ByteAlphabet() {}

  static String symbol(int value) {
    return String.valueOf(SYMBOLS[value]);
  }

  /** A text as the vocabulary writes it, a character for each byte of its UTF-8 form. */
  static String spell(String text) {
    StringBuilder spelled = new StringBuilder();
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      spelled.append(SYMBOLS[value & 0xff]);
    }
    return spelled.toString();
  }
}
