package org.densesteer.files.gguf;

import org.densesteer.common.Texts;
import org.densesteer.files.bytes.ByteCursor;
import org.densesteer.files.bytes.FileBytes;

/** Reads the typed values of GGUF metadata (ggml, docs/gguf.md, {@code gguf_metadata_value_t}). */
final class GgufValues {

  static final int UINT32 = 4;
  static final int TEXT = 8;
  private static final int LIST = 9;
  private static final int MAX_LIST_DEPTH = 4;

  private final FileBytes file;
  private final ByteCursor cursor;

  GgufValues(FileBytes file, ByteCursor cursor) {
    this.file = file;
    this.cursor = cursor;
  }

  /** A text with its length before it. */
  String text(String what) {
    return cursor.text(cursor.i64("the length of " + what), what);
  }

  /** A value as text; of a list only that it is one, for none that matters here is a list. */
  String value(int type, String key) {
    String what = FileBytes.quote(key);
    return switch (type) {
      case 0 -> String.valueOf(cursor.u8(what));
      case 1 -> String.valueOf((byte) cursor.u8(what));
      case 2 -> String.valueOf(cursor.u16(what));
      case 3 -> String.valueOf((short) cursor.u16(what));
      case UINT32 -> String.valueOf(cursor.u32(what));
      case 5 -> String.valueOf(cursor.i32(what));
      case 6 -> String.valueOf(Float.intBitsToFloat(cursor.i32(what)));
      case 7 -> String.valueOf(cursor.u8(what) != 0);
      case TEXT -> text(what);
      case LIST -> {
        skipList(what, 1);
        yield "(list)";
      }
      case 10 -> Long.toUnsignedString(cursor.i64(what));
      case 11 -> String.valueOf(cursor.i64(what));
      case 12 -> String.valueOf(Double.longBitsToDouble(cursor.i64(what)));
      default -> throw file.broken("metadata " + what + " has the unknown type " + type);
    };
  }

  private void skipList(String what, int depth) {
    int type = cursor.i32(what);
    long count = cursor.i64(what);
    int least = leastBytes(type, what);
    if (count < 0 || count > cursor.remaining() / least) {
      throw file.broken(
          Texts.of("the list %s claims %s elements", what, Long.toUnsignedString(count)));
    }
    if (type == TEXT) {
      for (long i = 0; i < count; i++) {
        cursor.skip(cursor.i64(what), what);
      }
    } else if (type == LIST) {
      if (depth == MAX_LIST_DEPTH) {
        throw file.broken("the lists of " + what + " are nested too deeply");
      }
      for (long i = 0; i < count; i++) {
        skipList(what, depth + 1);
      }
    } else {
      cursor.skip(count * least, what);
    }
  }

  private int leastBytes(int type, String what) {
    return switch (type) {
      case 0, 1, 7 -> 1;
      case 2, 3 -> 2;
      case UINT32, 5, 6 -> 4;
      case TEXT, 10, 11, 12 -> 8;
      case LIST -> 12;
      default -> throw file.broken("the list " + what + " has the unknown type " + type);
    };
  }
}
