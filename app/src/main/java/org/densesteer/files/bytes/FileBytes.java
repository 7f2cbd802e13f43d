package org.densesteer.files.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * The whole content of one file from a stranger, and what to call it in a complaint.
 *
 * @param kind name of the format, such as {@code GGUF}
 * @param file name of the file, as a person knows it
 * @param content the bytes, read-only and little-endian, from position 0
 */
public record FileBytes(String kind, String file, ByteBuffer content) {

  private static final int LONGEST_QUOTE = 60;

  /** Keeps a read-only little-endian view of the bytes. */
  public FileBytes {
    content = content.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The bytes of an array. */
  public static FileBytes of(String kind, String file, byte[] content) {
    return new FileBytes(kind, file, ByteBuffer.wrap(content));
  }

  /**
   * The whole content of a file.
   *
   * @param kind what such a file is called, as in "vector"
   * @param most bytes that such a file can have
   * @throws FaultException when it is missing, no file, empty, larger, or cannot be read
   */
  public static FileBytes load(String kind, Path file, int most) {
    try {
      if (!Files.exists(file)) {
        throw new FaultException("Cannot read " + file + ": it does not exist.");
      }
      if (!Files.isRegularFile(file)) {
        throw new FaultException("Cannot read " + file + ": it is not a file.");
      }
      long size = Files.size(file);
      if (size == 0) {
        throw new FaultException("The file " + file + " is empty.");
      }
      if (size > most) {
        throw new FaultException(
            Texts.of(
                "The file %s is %d MiB; no %s file is larger than %d MiB.",
                file, size >> 20, kind, most >> 20));
      }
      try (InputStream in = Files.newInputStream(file)) {
        return of(kind, file.toString(), in.readNBytes(most));
      }
    } catch (IOException e) {
      throw new FaultException("Cannot read " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  /** The same bytes, taken for another format. */
  public FileBytes as(String otherKind) {
    return new FileBytes(otherKind, file, content);
  }

  /** A part of the same file, taken out of its container. */
  public FileBytes part(ByteBuffer bytes) {
    return new FileBytes(kind, file, bytes);
  }

  /** Number of bytes. */
  public int size() {
    return content.limit();
  }

  /** The byte at {@code index} as 0..255, or −1 past the end. */
  public int at(int index) {
    return index < size() ? content.get(index) & 0xff : -1;
  }

  /** Whether the content starts with these bytes, given as Latin-1 text. */
  public boolean startsWith(String latin1) {
    for (int i = 0; i < latin1.length(); i++) {
      if (at(i) != latin1.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A little-endian view of a part.
   *
   * @param what what the part is, for the complaint
   * @throws FaultException when it does not lie within the file
   */
  public ByteBuffer slice(long offset, long length, String what) {
    if (offset < 0 || length < 0 || length > size() || offset > size() - length) {
      throw broken(
          Texts.of(
              "%s is said to be %s bytes at %s, but there are only %d bytes",
              what, Long.toUnsignedString(length), Long.toUnsignedString(offset), size()));
    }
    return content.slice((int) offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A cursor at {@code offset}, which must lie within the file. */
  public ByteCursor cursor(int offset) {
    return new ByteCursor(this, offset);
  }

  /** The complaint that something in the file does not fit together. */
  public FaultException broken(String what) {
    return new FaultException("The " + kind + " file " + file + " is broken: " + what + ".");
  }

  /** The complaint that the file is something that is not read here. */
  public FaultException refused(String why) {
    return new FaultException("The " + kind + " file " + file + " cannot be used: " + why + ".");
  }

  /** Text from inside a file, made fit for a sentence: in quotes, printable, not too long. */
  public static String quote(String text) {
    return "'" + printable(text, LONGEST_QUOTE) + "'";
  }

  /** Text without control characters, cut off after {@code longest} characters. */
  public static String printable(String text, int longest) {
    StringBuilder printable = new StringBuilder();
    text.substring(0, Math.min(text.length(), longest))
        .codePoints()
        .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '?' : c)
        .forEach(printable::appendCodePoint);
    return printable.append(text.length() > longest ? "…" : "").toString();
  }
}
