package org.densesteer.steering.content;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densesteer.common.FaultException;

/** Single values of a file. */
final class Scalars {

  private static final int MOST_LAYERS = 10_000;
  private static final int LONGEST_TEXT = 40;

  private Scalars() {}

  /** A whole number, also one that is written as a float or lies in an array of no dimension. */
  static Optional<Long> whole(Object value) {
    return number(value)
        .filter(n -> n == Math.rint(n) && Math.abs(n) < 1L << 53)
        .map(Double::longValue);
  }

  /** A number. */
  static Optional<Double> number(Object value) {
    if (value instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    if (value instanceof NumberArray array && array.elements() == 1) {
      try {
        return Optional.of((double) array.reader().read(0, 1)[0]);
      } catch (FaultException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** A list of whole numbers. */
  static Optional<List<Long>> wholes(Object value) {
    List<Object> items = new ArrayList<>();
    if (value instanceof List<?> list && list.size() <= MOST_LAYERS) {
      items.addAll(list);
    } else if (value instanceof NumberArray array
        && array.shape().size() == 1
        && array.elements() <= MOST_LAYERS) {
      for (float item : array.reader().read(0, (int) array.elements())) {
        items.add((double) item);
      }
    }
    List<Long> wholes = new ArrayList<>();
    for (Object item : items) {
      Optional<Long> whole = whole(item);
      if (whole.isEmpty()) {
        return Optional.empty();
      }
      wholes.add(whole.get());
    }
    return wholes.isEmpty() ? Optional.empty() : Optional.of(wholes);
  }

  /** What a value is, for a list of what a file holds. */
  static String words(Object value) {
    if (value instanceof Unread unread) {
      return unread.what();
    }
    if (value instanceof NumberArray array) {
      return array.words();
    }
    if (value instanceof String text) {
      boolean whole = text.length() <= LONGEST_TEXT;
      return whole ? "the text " + org.densesteer.files.bytes.FileBytes.quote(text) : "a text";
    }
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    if (value instanceof BigInteger) {
      return "a number";
    }
    return value instanceof Number number ? String.valueOf(number) : "a value";
  }
}
