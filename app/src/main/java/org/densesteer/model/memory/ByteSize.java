package org.densesteer.model.memory;

import org.densesteer.common.Texts;

/** Byte counts in words, in decimal units as disks and download pages give them. */
public final class ByteSize {

  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};

  private ByteSize() {}

  /** For example {@code 512 bytes}, {@code 9.4 MB}, {@code 988 MB}, {@code 6.2 GB}. */
  public static String text(long bytes) {
    double value = bytes;
    int unit = 0;
    while (rounded(value) >= 1000 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    if (unit == 0) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    String number = value < 99.95 ? Texts.of("%.1f", value) : Texts.of("%.0f", value);
    return number + " " + UNITS[unit];
  }

  private static double rounded(double value) {
    return value < 99.95 ? value : Math.round(value);
  }
}
