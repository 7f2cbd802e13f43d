package org.densesteer.chat.jinja;

import java.util.AbstractList;
import java.util.List;
import org.densesteer.common.Texts;

/** The whole numbers from {@code start} up to {@code stop}, {@code step} apart, as in Python. */
record Range(long start, long stop, long step, int length) {

  /** Most numbers, as in Jinja's sandbox. */
  private static final long LONGEST = 100_000;

  static Range of(long start, long stop, long step) {
    if (step == 0) {
      throw new JinjaException(0, "the step of a range is 0");
    }
    boolean empty = step > 0 ? start >= stop : start <= stop;
    double length = empty ? 0 : Math.ceil(((double) stop - start) / step);
    if (length > LONGEST) {
      throw new JinjaException(0, "a range has more than " + LONGEST + " numbers");
    }
    return new Range(start, stop, step, (int) length);
  }

  /** The numbers as a list that is not copied. */
  List<Object> numbers() {
    return new AbstractList<>() {
      @Override
      public Object get(int index) {
        return start + index * step;
      }

      @Override
      public int size() {
        return length;
      }
    };
  }

  /** As Python prints it. */
  String repr() {
    return step == 1
        ? Texts.of("range(%d, %d)", start, stop)
        : Texts.of("range(%d, %d, %d)", start, stop, step);
  }
}
