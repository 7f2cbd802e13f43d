package org.densesteer.steering.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.zip.ZipArchive;

/** The ZIP of a {@code torch.save} file: a pickle, and raw storages, under one root folder. */
final class TorchArchive implements TorchStorages {

  /** Name of the pickle. */
  static final String PICKLE = "data.pkl";

  private final ZipArchive zip;
  private final String root;
  private final FileBytes pickle;
  private final ByteOrder order;

  /** Kept, so that many small views of one large storage unpack it once. */
  private final Map<String, ByteBuffer> contents = new HashMap<>();

  private TorchArchive(ZipArchive zip, String root, FileBytes pickle, ByteOrder order) {
    this.zip = zip;
    this.root = root;
    this.pickle = pickle;
    this.order = order;
  }

  /** Whether an entry of an archive is the pickle of a {@code torch.save} file. */
  static boolean isPickle(String name) {
    return name.equals(PICKLE) || name.endsWith("/" + PICKLE);
  }

  static TorchArchive open(FileBytes file) {
    ZipArchive zip = ZipArchive.open(file);
    String name =
        zip.names().stream()
            .filter(TorchArchive::isPickle)
            .findFirst()
            .orElseThrow(() -> file.broken("it has no " + PICKLE));
    String root = name.substring(0, name.length() - PICKLE.length());
    return new TorchArchive(zip, root, zip.read(name), order(zip, root, file));
  }

  private static ByteOrder order(ZipArchive zip, String root, FileBytes file) {
    String entry = root + "byteorder";
    if (!zip.names().contains(entry)) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    ByteBuffer content = zip.read(entry).content();
    String name = StandardCharsets.US_ASCII.decode(content.duplicate()).toString();
    return switch (name) {
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      case "big" -> ByteOrder.BIG_ENDIAN;
      default -> throw file.refused("its byte order is " + FileBytes.quote(name));
    };
  }

  FileBytes pickle() {
    return pickle;
  }

  /** The pickle of a file, if it is such an archive that can be opened. */
  static Optional<FileBytes> pickleOf(FileBytes file) {
    return ZipArchive.namesIfReadable(file).stream().anyMatch(TorchArchive::isPickle)
        ? Optional.of(open(file).pickle())
        : Optional.empty();
  }

  @Override
  public ByteBuffer content(String key) {
    return contents
        .computeIfAbsent(key, name -> zip.read(root + "data/" + name).content())
        .duplicate()
        .order(order);
  }
}
