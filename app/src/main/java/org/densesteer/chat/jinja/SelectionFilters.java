package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Filters that look at each item: {@code map}, {@code select} and their kin. */
final class SelectionFilters {

  private SelectionFilters() {}

  static void addTo(Map<String, Filters.Filter> all) {
    all.put("map", SelectionFilters::map);
    all.put("select", (i, arguments, budget) -> select(i, None.NONE, arguments, true, budget));
    all.put("reject", (i, arguments, budget) -> select(i, None.NONE, arguments, false, budget));
    all.put("selectattr", (i, arguments, budget) -> byAttribute(i, arguments, true, budget));
    all.put("rejectattr", (i, arguments, budget) -> byAttribute(i, arguments, false, budget));
  }

  private static Object map(Object input, CallArguments arguments, Budget budget) {
    List<Object> mapped = new ArrayList<>();
    boolean byAttribute = arguments.positional().isEmpty();
    Object attribute =
        byAttribute ? arguments.require(0, "attribute") : arguments.requireString(0, "filter");
    for (Object item : Values.items(input, budget)) {
      if (byAttribute) {
        Object value = ListFilters.field(item, attribute, budget);
        mapped.add(
            value instanceof Undefined ? arguments.named().getOrDefault("default", value) : value);
      } else {
        mapped.add(Filters.apply((String) attribute, item, arguments.rest(), budget));
      }
    }
    return mapped;
  }

  private static Object byAttribute(
      Object input, CallArguments arguments, boolean wanted, Budget budget) {
    Object attribute = arguments.require(0, "attribute");
    return select(input, attribute, arguments.rest(), wanted, budget);
  }

  private static Object select(
      Object input, Object attribute, CallArguments arguments, boolean wanted, Budget budget) {
    boolean plain = arguments.positional().isEmpty();
    String test = plain ? "" : arguments.requireString(0, "test");
    List<Object> selected = new ArrayList<>();
    for (Object item : Values.items(input, budget)) {
      Object value = ListFilters.field(item, attribute, budget);
      boolean holds =
          plain ? Values.isTrue(value) : Tests.check(test, value, arguments.rest(), budget);
      if (holds == wanted) {
        selected.add(item);
      }
    }
    return selected;
  }
}
