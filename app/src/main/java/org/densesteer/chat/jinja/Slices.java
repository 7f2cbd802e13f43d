package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;

/** Items and slices of lists and strings, as Python defines them. */
final class Slices {

  private Slices() {}

  /** {@code list[index]}, counted from the end when negative. */
  static Object item(List<?> list, long index) {
    long place = index < 0 ? index + list.size() : index;
    return place < 0 || place >= list.size()
        ? new Undefined("the item " + index + " of a list")
        : list.get((int) place);
  }

  /** {@code value[start:stop:step]}; each bound is a number or none. */
  static Object slice(Object value, Object start, Object stop, Object step, Budget budget) {
    if (value instanceof Undefined undefined) {
      throw undefined.fault();
    }
    boolean range = value instanceof Range;
    if (Values.text(value) == null && !(value instanceof List) && !range) {
      throw new JinjaException(0, Values.describe(value) + " cannot be sliced");
    }
    List<Object> all = Values.items(value, budget);
    long stride = step == None.NONE ? 1 : bound(step);
    if (stride == 0) {
      throw new JinjaException(0, "the step of a slice is 0");
    }
    long size = all.size();
    long lowest = stride > 0 ? 0 : -1;
    long highest = stride > 0 ? size : size - 1;
    long from =
        start == None.NONE ? (stride > 0 ? 0 : size - 1) : clip(start, size, lowest, highest);
    long to = stop == None.NONE ? (stride > 0 ? size : -1) : clip(stop, size, lowest, highest);
    long pace = Math.max(-size - 1, Math.min(size + 1, stride));
    List<Object> part = new ArrayList<>();
    for (long i = from; stride > 0 ? i < to : i > to; i += pace) {
      part.add(all.get((int) i));
    }
    if (range) {
      Range numbers = (Range) value;
      long apart = numbers.step();
      return Range.of(numbers.start() + from * apart, numbers.start() + to * apart, apart * pace);
    }
    if (value instanceof List) {
      return value instanceof Tuple ? new Tuple(part) : part;
    }
    String text = concatenate(part);
    return value instanceof Markup ? new Markup(text) : text;
  }

  /** A bound between 0 and a size, counted from the end when negative. */
  static int clip(Object bound, int otherwise, int size) {
    return bound == None.NONE ? otherwise : (int) clip(bound, size, 0, size);
  }

  private static String concatenate(List<Object> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  private static long clip(Object value, long size, long lowest, long highest) {
    long index = bound(value);
    long place = index < 0 ? Math.max(index, -size - 1) + size : index;
    return Math.max(lowest, Math.min(highest, place));
  }

  private static long bound(Object value) {
    if (value instanceof Long || value instanceof Boolean) {
      return Arithmetic.whole(value);
    }
    throw new JinjaException(0, "the bound of a slice is " + Values.describe(value));
  }
}
