package org.densesteer.chat.jinja;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All filters by name: {@code value | name(arguments)}. */
final class Filters {

  /** One filter. */
  @FunctionalInterface
  interface Filter {
    Object apply(Object input, CallArguments arguments, Budget budget);
  }

  private static final Map<String, Filter> ALL = new HashMap<>();

  static {
    TextFilters.addTo(ALL);
    NumberFilters.addTo(ALL);
    ListFilters.addTo(ALL);
    SelectionFilters.addTo(ALL);
  }

  private Filters() {}

  static Object apply(String name, Object input, CallArguments arguments, Budget budget) {
    @Nullable Filter filter = ALL.get(name);
    if (filter == null) {
      throw new JinjaException(0, "the filter '" + name + "' is not supported");
    }
    budget.spend(1);
    return filter.apply(input, arguments, budget);
  }
}
