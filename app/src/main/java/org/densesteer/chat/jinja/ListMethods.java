package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of lists, tuples and ranges that change nothing. */
final class ListMethods {

  private ListMethods() {}

  static @Nullable Object find(List<?> list, String name, Budget budget) {
    return switch (name) {
      case "index" -> (Function) arguments -> index(list, arguments, budget);
      case "count" -> (Function) arguments -> count(list, arguments, budget);
      case "copy" -> list instanceof Tuple ? null : (Function) arguments -> new ArrayList<>(list);
      case "grouper" -> list instanceof Tuple.Group ? list.get(0) : null;
      case "list" -> list instanceof Tuple.Group ? list.get(1) : null;
      default -> null;
    };
  }

  static @Nullable Object find(Range range, String name, Budget budget) {
    return switch (name) {
      case "start" -> range.start();
      case "stop" -> range.stop();
      case "step" -> range.step();
      case "index", "count" -> find(range.numbers(), name, budget);
      default -> null;
    };
  }

  private static Object index(List<?> list, CallArguments arguments, Budget budget) {
    arguments.allow("value", "start", "stop");
    Object wanted = arguments.require(0, "value");
    int end = Slices.clip(arguments.get(2, "stop", None.NONE), list.size(), list.size());
    for (int i = Slices.clip(arguments.get(1, "start", None.NONE), 0, list.size()); i < end; i++) {
      if (Comparisons.equal(list.get(i), wanted, budget)) {
        return (long) i;
      }
    }
    throw new JinjaException(0, "what 'index' looks for is not in the list");
  }

  private static Object count(List<?> list, CallArguments arguments, Budget budget) {
    Object wanted = arguments.allow("value").require(0, "value");
    return list.stream().filter(item -> Comparisons.equal(item, wanted, budget)).count();
  }
}
