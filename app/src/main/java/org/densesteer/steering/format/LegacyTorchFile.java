package org.densesteer.steering.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.ByteCursor;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.pickle.PickledStorage;
import org.densesteer.files.pickle.Unpickler;

/**
 * A {@code torch.save} file as PyTorch before 1.6 wrote it, and still does when asked to
 * (torch.serialization, {@code _legacy_save}): pickles of a magic number, a version, facts about
 * the machine, the object and the storages' keys, then for each key the number of elements and
 * they.
 */
final class LegacyTorchFile implements TorchStorages {

  /** The pickled magic number, up to its last byte. */
  private static final String MAGIC = "\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019";

  private static final long VERSION = 1001;

  private final FileBytes file;
  private final Object content;
  private final Map<String, PickledStorage> mentioned;
  private final ByteCursor cursor;
  private final List<String> keys;
  private final ByteOrder order;
  private final Map<String, ByteBuffer> storages = new HashMap<>();

  private LegacyTorchFile(FileBytes file) {
    this.file = file;
    Unpickler pickles = Unpickler.sequence(file);
    pickles.next();
    if (!Long.valueOf(VERSION).equals(pickles.next())) {
      throw file.refused("it has a version of PyTorch's old layout that is not known");
    }
    Object machine = pickles.next();
    boolean big =
        machine instanceof Map<?, ?> facts && Boolean.FALSE.equals(facts.get("little_endian"));
    order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    content = pickles.next();
    mentioned = pickles.storages();
    keys = keys(pickles.next());
    cursor = file.cursor(pickles.position());
  }

  /** Whether the content begins as such a file does. */
  static boolean looksLikeOne(FileBytes file) {
    return file.startsWith(MAGIC);
  }

  static LegacyTorchFile open(FileBytes file) {
    LegacyTorchFile legacy = new LegacyTorchFile(file);
    legacy.keys.forEach(legacy::readStorage);
    return legacy;
  }

  /** The object that was saved. */
  Object object() {
    return content;
  }

  private List<String> keys(Object list) {
    List<String> names = new ArrayList<>();
    if (list instanceof List<?> items) {
      items.forEach(item -> names.add(String.valueOf(item)));
    }
    return names;
  }

  private void readStorage(String key) {
    PickledStorage storage = mentioned.get(key);
    if (storage == null) {
      throw file.broken("it has a storage that its pickle does not mention");
    }
    long elements = cursor.i64("the number of elements of a storage");
    int itemBytes = storage.type().bytes();
    if (elements < 0 || elements > cursor.remaining() / itemBytes) {
      throw file.broken(
          Texts.of(
              "its storage claims %s elements in %d bytes",
              Long.toUnsignedString(elements), cursor.remaining()));
    }
    storages.put(key, cursor.bytes(elements * itemBytes, "a storage"));
  }

  @Override
  public ByteBuffer content(String key) {
    ByteBuffer storage = storages.get(key);
    if (storage == null) {
      throw file.broken("its storage " + FileBytes.quote(key) + " is missing");
    }
    return storage.duplicate().order(order);
  }
}
