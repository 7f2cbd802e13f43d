package org.densesteer.steering.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.SteeringVector;

/** Files in memory to test readers with. */
final class Archives {

  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;

  private Archives() {}

  /** A deflated ZIP of the entries. */
  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A ZIP of the entries as they are; far quicker to make than a deflated one. */
  static byte[] stored(Map<String, byte[]> entries) {
    int size = END_BYTES;
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      size += LOCAL_BYTES + CENTRAL_BYTES + 2 * entry.getKey().length() + entry.getValue().length;
    }
    ByteBuffer zip = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer directory = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    entries.forEach(
        (name, content) -> {
          CRC32 crc = new CRC32();
          crc.update(content);
          int offset = zip.position();
          zip.putInt(0x04034b50);
          directory.putInt(0x02014b50).putShort((short) 20);
          for (ByteBuffer header : List.of(zip, directory)) {
            header.putShort((short) 20).putLong(0).putInt((int) crc.getValue());
            header.putInt(content.length).putInt(content.length);
            header.putShort((short) name.length()).putShort((short) 0);
          }
          directory.position(directory.position() + 10).putInt(offset);
          directory.put(name.getBytes(StandardCharsets.US_ASCII));
          zip.put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
        });
    int start = zip.position();
    zip.put(directory.flip());
    int length = zip.position() - start;
    zip.putInt(0x06054b50).putInt(0);
    zip.putShort((short) entries.size()).putShort((short) entries.size());
    return zip.putInt(length).putInt(start).putShort((short) 0).array();
  }

  /** The entries of a ZIP. */
  static Map<String, byte[]> unzip(byte[] archive) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  /** A PyTorch archive of this pickle, in Latin-1, and one storage of eight floats. */
  static byte[] pytorch(String pickle) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("archive/data.pkl", pickle.getBytes(StandardCharsets.ISO_8859_1));
    entries.put("archive/data/0", new byte[32]);
    return zip(entries);
  }

  /** What a format writes for a vector. */
  static byte[] written(VectorFormat format, SteeringVector vector) throws IOException {
    Path file = Files.createTempFile("vector", format.endings().get(0));
    try {
      format.write(vector, new WriteOptions(1), file);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  /** Reads a file of that format from memory, GGUF with layer offset 1. */
  static VectorRead read(VectorFormat format, byte[] content) {
    return VectorFiles.read(
        FileBytes.of("vector", "x" + format.endings().get(0), content), new ReadOptions("x", 1));
  }
}
