package org.densesteer.chat.jinja;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All filters by name: {@code value | name(arguments)}. */
final class Filters {

  /** One filter. */
  @FunctionalInterface
  interface Filter {
    Object apply(Object input, CallArguments arguments, Budget budget);

    /** The same, which refuses arguments other than these. */
    default Filter taking(String... names) {
      return (input, arguments, budget) -> apply(input, arguments.allow(names), budget);
    }
  }

  private static final Map<String, Filter> ALL = new HashMap<>();

  /** Filters of Jinja that are not here: none has been seen in a chat template. */
  private static final Set<String> NOT_SUPPORTED =
      Set.of("pprint", "random", "urlize", "wordwrap", "xmlattr");

  static {
    TextFilters.addTo(ALL);
    MarkupFilters.addTo(ALL);
    NumberFilters.addTo(ALL);
    ListFilters.addTo(ALL);
    OrderFilters.addTo(ALL);
    SelectionFilters.addTo(ALL);
  }

  private Filters() {}

  /** Whether Jinja has a filter of this name. */
  static boolean exists(String name) {
    return ALL.containsKey(name) || NOT_SUPPORTED.contains(name);
  }

  static Object apply(String name, Object input, CallArguments arguments, Budget budget) {
    @Nullable Filter filter = ALL.get(name);
    if (filter == null) {
      throw new JinjaException(0, "the filter '" + name + "' is not supported");
    }
    budget.spend(1);
    return filter.apply(input, arguments, budget);
  }
}
