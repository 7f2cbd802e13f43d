package org.densesteer.notebook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Goes through the lines of a journal, holding only the beginning of each. */
final class JournalScan {

  private static final int BLOCK = 1 << 18;

  /** More than a line has before its record, or than one without a record has. */
  static final int BEGINNING = 1 << 16;

  /** Takes one whole line. */
  interface Taker {
    /**
     * A line.
     *
     * @param offset of its first byte
     * @param length without its end
     * @param beginning its first bytes
     * @param known how many of them there are
     */
    void line(long offset, long length, byte[] beginning, int known);
  }

  private JournalScan() {}

  /**
   * Scans from an offset at which a line begins.
   *
   * @return where the last whole line ends
   */
  static long of(Path file, long from, Taker taker) throws IOException {
    byte[] beginning = new byte[BEGINNING];
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long start = from;
    long at = from;
    int known = 0;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (channel.read(block.clear(), at) > 0) {
        byte[] bytes = block.array();
        int end = block.position();
        for (int i = 0; i < end; ) {
          int newline = indexOf(bytes, i, end);
          int copied = Math.min(newline - i, BEGINNING - known);
          System.arraycopy(bytes, i, beginning, known, copied);
          known += copied;
          if (newline < end) {
            taker.line(start, at + newline - start, Arrays.copyOf(beginning, known), known);
            start = at + newline + 1;
            known = 0;
          }
          i = newline + 1;
        }
        at += end;
      }
    }
    return start;
  }

  private static int indexOf(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
