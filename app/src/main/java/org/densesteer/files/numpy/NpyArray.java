package org.densesteer.files.numpy;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.ByteCursor;
import org.densesteer.files.bytes.FileBytes;

/**
 * An array of a {@code .npy} file, versions 1 to 3 of the format (NumPy Enhancement Proposal 1).
 *
 * @param type element type in NumPy's notation, such as {@code <f4}; empty for records
 * @param columnMajor whether the first index runs fastest
 * @param shape dimensions, outermost first; empty for a scalar
 * @param data exactly the elements' bytes
 */
public record NpyArray(String type, boolean columnMajor, List<Integer> shape, ByteBuffer data) {

  private static final String MAGIC = "\u0093NUMPY";
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final int MAX_HEADER_BYTES = 1 << 16;
  private static final Pattern TYPE = Pattern.compile("'descr': *'([^']{1,40})'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order': *(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, L]*)\\)");
  private static final Pattern ITEM =
      Pattern.compile("[<>|=](f2|f4|f8|i1|i2|i4|i8|u1|u2|u4|u8|b1|U[0-9]{1,8})");

  /** Whether the content begins as a {@code .npy} file does. */
  public static boolean looksLikeOne(FileBytes file) {
    return file.startsWith(MAGIC);
  }

  /**
   * Reads an array. The data of elements that are neither numbers nor text, such as Python objects,
   * is not looked at.
   *
   * @param what what to call it in a complaint
   * @throws FaultException when it is broken
   */
  public static NpyArray read(FileBytes file, String what) {
    if (!looksLikeOne(file)) {
      throw file.broken(what + " does not begin as a NumPy array does");
    }
    ByteCursor cursor = file.cursor(MAGIC.length());
    int version = cursor.u8("the version of " + what);
    cursor.skip(1, "the version of " + what);
    long length =
        version == 1
            ? cursor.u16("the header length of " + what)
            : cursor.u32("the header length of " + what);
    if (version < 1 || version > 3) {
      throw file.refused(what + " has version " + version + " of the NumPy format");
    }
    if (length > MAX_HEADER_BYTES) {
      throw file.broken(what + " claims a header of " + length + " bytes");
    }
    String header =
        StandardCharsets.ISO_8859_1
            .decode(cursor.bytes(length, "the header of " + what))
            .toString();
    String type = field(TYPE, header);
    List<Integer> shape = shape(field(SHAPE, header), file, what);
    if (!ITEM.matcher(type).matches()) {
      ByteBuffer unread = cursor.bytes(cursor.remaining(), what);
      return new NpyArray(type, false, shape, unread);
    }
    long bytes = itemBytes(type);
    for (int dimension : shape) {
      bytes = Math.min(Integer.MAX_VALUE, bytes * dimension);
    }
    if (bytes < cursor.remaining()) {
      throw file.refused(
          Texts.of(
              "%s is followed by %d more bytes, and one array is read",
              what, cursor.remaining() - bytes));
    }
    if (bytes > cursor.remaining()) {
      throw file.broken(
          Texts.of(
              "%s has the shape %s of %s, which does not fill its %d bytes",
              what, shape, type, cursor.remaining()));
    }
    return new NpyArray(
        type,
        field(ORDER, header).equals("True"),
        shape,
        cursor.bytes(bytes, "the data of " + what));
  }

  /** Whether it holds texts, not numbers. */
  public boolean isText() {
    return type.startsWith("U", 1);
  }

  /** The text of a scalar of characters; padding at the end falls away. */
  public String text() {
    Charset charset = type.startsWith(">") ? UTF_32BE : UTF_32LE;
    String padded = charset.decode(data.duplicate()).toString();
    int end = padded.length();
    while (end > 0 && padded.charAt(end - 1) == '\0') {
      end--;
    }
    return padded.substring(0, end);
  }

  private static String field(Pattern pattern, String header) {
    Matcher matcher = pattern.matcher(header);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static List<Integer> shape(String text, FileBytes file, String what) {
    List<Integer> shape = new ArrayList<>();
    for (String part : text.split(",")) {
      String digits = part.replace("L", "").strip();
      if (digits.length() > 9 || shape.size() > 8 || digits.contains(" ")) {
        throw file.broken(what + " has the impossible shape " + FileBytes.quote(text));
      }
      if (!digits.isEmpty()) {
        shape.add(Integer.parseInt(digits));
      }
    }
    return shape;
  }

  private static long itemBytes(String type) {
    int number = Integer.parseInt(type.substring(2));
    return type.charAt(1) == 'U' ? 4L * number : number;
  }
}
