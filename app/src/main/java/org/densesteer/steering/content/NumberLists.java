package org.densesteer.steering.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;

/** Lists of numbers, and lists of equally long lists of numbers, as arrays. */
final class NumberLists {

  private static final String DTYPE = "float64";

  private NumberLists() {}

  /** The array that a list is, or nothing where it is none. */
  static Optional<NumberArray> of(List<Object> items, FileBytes file, String name) {
    if (!items.isEmpty() && items.stream().allMatch(Number.class::isInstance)) {
      return Optional.of(NumberArray.of(DTYPE, floats(items)));
    }
    boolean rows =
        items.size() > 1
            && items.stream()
                .allMatch(item -> item instanceof List<?> row && !row.isEmpty() && numeric(row));
    if (!rows) {
      return Optional.empty();
    }
    List<float[]> values = new ArrayList<>();
    for (Object item : items) {
      values.add(floats((List<?>) item));
    }
    int width = values.get(0).length;
    for (float[] row : values) {
      if (row.length != width) {
        throw file.refused(
            Texts.of(
                "the lists in %s have %d and %d numbers; directions are equally long",
                FileBytes.quote(name), width, row.length));
      }
    }
    return Optional.of(rows(values, width));
  }

  /** An array of rows at hand. */
  static NumberArray rows(List<float[]> rows, int width) {
    return new NumberArray(
        List.of((long) rows.size(), (long) width),
        DTYPE,
        (first, count) -> {
          float[] values = new float[count];
          for (int i = 0; i < count; i++) {
            values[i] = rows.get((int) ((first + i) / width))[(int) ((first + i) % width)];
          }
          return values;
        });
  }

  private static boolean numeric(List<?> row) {
    return row.stream().allMatch(Number.class::isInstance);
  }

  private static float[] floats(List<?> numbers) {
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ((Number) numbers.get(i)).floatValue();
    }
    return values;
  }
}
