package org.densesteer.steering.content;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.files.safetensors.FloatCodec;

/**
 * Arrays that are views of bytes: neighbours of a dimension lie a stride apart, and a stride of 0
 * repeats one element, so that a few bytes may stand for a large array.
 */
public final class StridedNumbers {

  private final FileBytes file;
  private final String what;
  private final ByteBuffer content;
  private final Dtype dtype;
  private final long offset;
  private final List<Long> sizes;
  private final List<Long> strides;

  private StridedNumbers(
      FileBytes file,
      String what,
      ByteBuffer content,
      Dtype dtype,
      long offset,
      List<Long> sizes,
      List<Long> strides) {
    this.file = file;
    this.what = what;
    this.content = content;
    this.dtype = dtype;
    this.offset = offset;
    this.sizes = sizes;
    this.strides = strides;
  }

  /**
   * A view, checked when it is read.
   *
   * @param what what to call it in a complaint
   * @param content the elements, in the byte order of the buffer
   * @param offset index of the first element
   * @param strides one for each size, in elements
   */
  public static NumberArray.Reader of(
      FileBytes file,
      String what,
      ByteBuffer content,
      Dtype dtype,
      long offset,
      List<Long> sizes,
      List<Long> strides) {
    return new StridedNumbers(file, what, content, dtype, offset, sizes, strides)::read;
  }

  /** Strides of an array whose elements lie without gaps. */
  public static List<Long> dense(List<Long> sizes, boolean columnMajor) {
    List<Long> strides = new ArrayList<>(Collections.nCopies(sizes.size(), 0L));
    long stride = 1;
    for (int i = 0; i < sizes.size(); i++) {
      int dimension = columnMajor ? i : sizes.size() - 1 - i;
      strides.set(dimension, stride);
      stride *= Math.max(1, sizes.get(dimension));
    }
    return strides;
  }

  private float[] read(long first, int count) {
    if (!dtype.isNumber()) {
      throw file.refused(Texts.of("%s has the type %s, which is not supported", what, dtype));
    }
    requireInside();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = FloatCodec.value(content, (int) index(first + i) * dtype.bytes(), dtype);
    }
    return values;
  }

  private void requireInside() {
    long elements = content.limit() / dtype.bytes();
    long last = offset;
    boolean inside = strides.size() == sizes.size() && offset >= 0;
    for (int i = 0; inside && i < sizes.size(); i++) {
      long steps = sizes.get(i) - 1;
      long stride = strides.get(i);
      inside =
          steps >= 0
              && stride >= 0
              && last < elements
              && (stride == 0 || steps <= (elements - 1 - last) / stride);
      last += inside ? steps * stride : 0;
    }
    if (!inside || last >= elements) {
      throw file.broken(what + " does not lie within its storage");
    }
  }

  private long index(long element) {
    long rest = element;
    long index = offset;
    for (int i = sizes.size() - 1; i >= 0; i--) {
      index += rest % sizes.get(i) * strides.get(i);
      rest /= sizes.get(i);
    }
    return index;
  }
}
