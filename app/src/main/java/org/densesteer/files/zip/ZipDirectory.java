package org.densesteer.files.zip;

import java.util.LinkedHashMap;
import java.util.Map;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.ByteCursor;
import org.densesteer.files.bytes.FileBytes;

/**
 * Reads the central directory of a ZIP archive (PKWARE APPNOTE 6.3, sections 4.3.12 to 4.3.16),
 * with the 64-bit records that PyTorch writes always and others when needed.
 */
final class ZipDirectory {

  private static final int MAX_MEMBERS = 20_000;
  private static final int END_BYTES = 22;
  private static final int END64_LOCATOR_BYTES = 20;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int MEMBER = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END64 = 0x06064b50;
  private static final int END64_LOCATOR = 0x07064b50;
  private static final long IN_EXTRA = 0xffffffffL;
  private static final int EXTRA64 = 1;
  private static final int ENCRYPTED = 1;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final FileBytes file;

  private ZipDirectory(FileBytes file) {
    this.file = file;
  }

  /** All members by name, in the archive's order. */
  static Map<String, ZipMember> read(FileBytes file) {
    return new ZipDirectory(file).members();
  }

  private Map<String, ZipMember> members() {
    int end = findEnd();
    ByteCursor cursor = file.cursor(end + 10);
    long count = cursor.u16("the number of entries");
    long bytes = cursor.u32("the size of the directory");
    long offset = cursor.u32("the place of the directory");
    if (count == 0xffff || bytes == IN_EXTRA || offset == IN_EXTRA) {
      cursor = end64(end);
      count = cursor.i64("the number of entries");
      bytes = cursor.i64("the size of the directory");
      offset = cursor.i64("the place of the directory");
    }
    if (count < 0 || count > MAX_MEMBERS) {
      throw file.refused(
          Texts.of(
              "it claims %s entries; at most %d are read",
              Long.toUnsignedString(count), MAX_MEMBERS));
    }
    ByteCursor entries = file.part(file.slice(offset, bytes, "the directory")).cursor(0);
    Map<String, ZipMember> members = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      ZipMember member = member(entries);
      if (members.put(member.name(), member) != null) {
        throw file.broken("it has the entry " + FileBytes.quote(member.name()) + " twice");
      }
    }
    return members;
  }

  private int findEnd() {
    int first = Math.max(0, file.size() - END_BYTES - LONGEST_COMMENT);
    for (int at = file.size() - END_BYTES; at >= first; at--) {
      if (file.content().getInt(at) == END) {
        return at;
      }
    }
    throw file.broken("its directory is missing, as when the file was cut off");
  }

  private ByteCursor end64(int end) {
    if (end < END64_LOCATOR_BYTES
        || file.content().getInt(end - END64_LOCATOR_BYTES) != END64_LOCATOR) {
      throw file.broken("the 64-bit part of its directory is missing");
    }
    long at = file.content().getLong(end - END64_LOCATOR_BYTES + 8);
    ByteCursor cursor = file.part(file.slice(at, 56, "the 64-bit end of the directory")).cursor(0);
    if (cursor.i32("a signature") != END64) {
      throw file.broken("the 64-bit part of its directory is missing");
    }
    cursor.skip(28, "the 64-bit end of the directory");
    return cursor;
  }

  private ZipMember member(ByteCursor cursor) {
    if (cursor.i32("a directory entry") != MEMBER) {
      throw file.broken("its directory holds something that is no entry");
    }
    cursor.skip(4, "the versions of an entry");
    int flags = cursor.u16("the flags of an entry");
    int method = cursor.u16("the method of an entry");
    cursor.skip(4, "the time of an entry");
    long crc = cursor.u32("the checksum of an entry");
    long packed = cursor.u32("the packed size of an entry");
    long size = cursor.u32("the size of an entry");
    int nameBytes = cursor.u16("the name of an entry");
    int extraBytes = cursor.u16("the extra field of an entry");
    int commentBytes = cursor.u16("the comment of an entry");
    cursor.skip(8, "the attributes of an entry");
    long offset = cursor.u32("the place of an entry");
    String name = cursor.text(nameBytes, "the name of an entry");
    ByteCursor extra = file.part(cursor.bytes(extraBytes, "the extra field of an entry")).cursor(0);
    cursor.skip(commentBytes, "the comment of an entry");
    if (size == IN_EXTRA || packed == IN_EXTRA || offset == IN_EXTRA) {
      ByteCursor wide = extra64(extra);
      size = size == IN_EXTRA ? wide.i64("the size of an entry") : size;
      packed = packed == IN_EXTRA ? wide.i64("the packed size of an entry") : packed;
      offset = offset == IN_EXTRA ? wide.i64("the place of an entry") : offset;
    }
    if ((flags & ENCRYPTED) != 0) {
      throw file.refused("its entry " + FileBytes.quote(name) + " is encrypted");
    }
    if (method != STORED && method != DEFLATED) {
      throw file.refused(
          Texts.of(
              "its entry %s is packed by method %d, which is not read",
              FileBytes.quote(name), method));
    }
    return new ZipMember(name, method == DEFLATED, crc, packed, size, offset);
  }

  private ByteCursor extra64(ByteCursor extra) {
    while (extra.remaining() > 0) {
      int id = extra.u16("an extra field");
      int length = extra.u16("an extra field");
      ByteCursor field = file.part(extra.bytes(length, "an extra field")).cursor(0);
      if (id == EXTRA64) {
        return field;
      }
    }
    throw file.broken("an entry lacks its 64-bit sizes");
  }
}
