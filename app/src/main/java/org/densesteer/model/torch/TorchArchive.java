package org.densesteer.model.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript archive made from source text: a ZIP of stored entries whose {@code data.pkl} is
 * the pickle of one module instance with empty tensor lists. It loads through DJL's {@code
 * Model.load}.
 *
 * @param className name of the module class in the source, {@code Decoder} for {@code class
 *     Decoder(Module)}
 * @param source the TorchScript text
 * @param tensorLists the {@code List[Tensor]} attributes of the class, which start empty
 */
public record TorchArchive(String className, String source, List<String> tensorLists) {

  private static final String ROOT = "program/";

  /** Writes the archive to {@code file}. */
  public void write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      store(zip, "data.pkl", pickle());
      store(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
      store(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
      store(zip, "version", "10\n".getBytes(StandardCharsets.US_ASCII));
      store(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /** Protocol 2: the class, an empty tuple, NEWOBJ, then the attributes as a dict for BUILD. */
  private byte[] pickle() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ascii(out, "\u0080\u0002c__torch__\n" + className + "\nq\u0000)\u0081}(");
    text(out, "training");
    ascii(out, "\u0089");
    text(out, "_is_full_backward_hook");
    ascii(out, "N");
    for (String attribute : tensorLists) {
      text(out, attribute);
      ascii(out, "ctorch.jit._pickle\nrestore_type_tag\n(]");
      text(out, "List[Tensor]");
      ascii(out, "tR");
    }
    ascii(out, "ub.");
    return out.toByteArray();
  }

  private static void ascii(OutputStream out, String opcodes) throws IOException {
    out.write(opcodes.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void text(OutputStream out, String value) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    out.write('X');
    out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length).array());
    out.write(bytes);
  }
}
