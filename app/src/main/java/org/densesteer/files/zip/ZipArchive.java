package org.densesteer.files.zip;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;

/**
 * A ZIP archive in memory. What its entries unpack to is bounded, each by what it claims and all
 * together by {@link #MAX_UNPACKED}; memory is taken as the content appears, not as it is claimed.
 */
public final class ZipArchive {

  /** Most bytes that all entries together may claim. */
  public static final long MAX_UNPACKED = 1L << 27;

  /** PyTorch writes it where it is told to compute none (torch.serialization.set_crc32_options). */
  private static final long NO_CHECKSUM = 0;

  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final int FIRST_CHUNK = 1 << 16;

  private final FileBytes file;
  private final Map<String, ZipMember> members;

  private ZipArchive(FileBytes file, Map<String, ZipMember> members) {
    this.file = file;
    this.members = members;
  }

  /**
   * Reads the directory.
   *
   * @throws FaultException when it is broken or claims too much
   */
  public static ZipArchive open(FileBytes file) {
    Map<String, ZipMember> members = ZipDirectory.read(file);
    long packed = 0;
    long unpacked = 0;
    for (ZipMember member : members.values()) {
      if (member.packed() < 0 || member.packed() > file.size() - packed) {
        throw file.broken("its entries claim more bytes than there are");
      }
      if (member.size() < 0 || member.size() > MAX_UNPACKED - unpacked) {
        throw file.refused(
            "its entries claim to unpack to more than " + (MAX_UNPACKED >> 20) + " MiB");
      }
      packed += member.packed();
      unpacked += member.size();
    }
    return new ZipArchive(file, members);
  }

  /** Whether the content begins as a ZIP archive does. */
  public static boolean looksLikeOne(FileBytes file) {
    return file.startsWith("PK\u0003\u0004");
  }

  /** Names of all entries, or none where the content is no ZIP archive or a broken one. */
  public static Set<String> namesIfReadable(FileBytes file) {
    try {
      return looksLikeOne(file) ? open(file).names() : Set.of();
    } catch (FaultException e) {
      return Set.of();
    }
  }

  /** Names of all entries, in the archive's order. */
  public Set<String> names() {
    return members.keySet();
  }

  /**
   * The content of an entry.
   *
   * @throws FaultException when there is none of that name, or it is damaged
   */
  public FileBytes read(String name) {
    ZipMember member = members.get(name);
    if (member == null) {
      throw file.broken("its entry " + FileBytes.quote(name) + " is missing");
    }
    ByteBuffer packed = packed(member);
    ByteBuffer content = member.deflated() ? inflate(member, packed) : packed;
    if (content.remaining() != member.size()) {
      throw damaged(member, "has another size than it claims");
    }
    CRC32 crc = new CRC32();
    crc.update(content.duplicate());
    boolean unchecked = member.crc() == NO_CHECKSUM;
    if (!unchecked && crc.getValue() != member.crc()) {
      throw damaged(member, "is damaged (its checksum is wrong)");
    }
    return file.part(content);
  }

  private ByteBuffer packed(ZipMember member) {
    String what = "the entry " + FileBytes.quote(member.name());
    ByteBuffer local = file.slice(member.offset(), LOCAL_BYTES, what);
    if (local.getInt(0) != LOCAL) {
      throw damaged(member, "is not where the directory says");
    }
    int names = (local.getShort(26) & 0xffff) + (local.getShort(28) & 0xffff);
    return file.slice(member.offset() + LOCAL_BYTES + names, member.packed(), what);
  }

  private ByteBuffer inflate(ZipMember member, ByteBuffer packed) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] out = new byte[(int) Math.min(member.size(), FIRST_CHUNK) + 1];
      int length = 0;
      while (!inflater.finished()) {
        int got = inflater.inflate(out, length, out.length - length);
        if (got == 0 && !inflater.finished()) {
          throw damaged(member, "ends too early");
        }
        length += got;
        if (length > member.size()) {
          throw damaged(member, "unpacks to more than it claims");
        }
        if (length == out.length) {
          // One byte more than is claimed, so that the excess of a bomb shows.
          out = Arrays.copyOf(out, (int) Math.min(member.size(), 2L * length) + 1);
        }
      }
      return ByteBuffer.wrap(out, 0, length).slice();
    } catch (DataFormatException e) {
      throw damaged(member, "is damaged");
    } finally {
      inflater.end();
    }
  }

  private FaultException damaged(ZipMember member, String what) {
    return file.broken("its entry " + FileBytes.quote(member.name()) + " " + what);
  }
}
