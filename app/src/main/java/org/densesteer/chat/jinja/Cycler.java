package org.densesteer.chat.jinja;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code cycler(…)}: gives its values in turn. */
final class Cycler {

  private final List<Object> values;
  private int place;

  Cycler(List<Object> values) {
    if (values.isEmpty()) {
      throw new JinjaException(0, "'cycler' has nothing to cycle through");
    }
    this.values = values;
  }

  /** An attribute, or null when there is none of this name. */
  @Nullable Object attribute(String name) {
    return switch (name) {
      case "next" -> (Function) arguments -> next();
      case "reset" -> (Function) arguments -> reset();
      case "current" -> values.get(place);
      case "pos" -> (long) place;
      case "items" -> new Tuple(values);
      default -> null;
    };
  }

  private Object next() {
    Object value = values.get(place);
    place = (place + 1) % values.size();
    return value;
  }

  private Object reset() {
    place = 0;
    return None.NONE;
  }
}
