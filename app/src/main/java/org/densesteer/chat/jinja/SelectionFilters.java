package org.densesteer.chat.jinja;

import java.util.Map;
import java.util.function.Predicate;

/**
 * Filters that look at each item: {@code map}, {@code select} and their kin. As in Jinja they work
 * when their items are asked for, and take whatever counts as false for an empty list.
 */
final class SelectionFilters {

  private SelectionFilters() {}

  static void addTo(Map<String, Filters.Filter> all) {
    all.put("map", SelectionFilters::map);
    all.put("select", (i, arguments, budget) -> select("select", i, arguments, budget));
    all.put("reject", (i, arguments, budget) -> select("reject", i, arguments, budget));
    all.put("selectattr", (i, arguments, budget) -> select("selectattr", i, arguments, budget));
    all.put("rejectattr", (i, arguments, budget) -> select("rejectattr", i, arguments, budget));
  }

  private static Object map(Object input, CallArguments arguments, Budget budget) {
    Lazy.Step[] step = new Lazy.Step[1];
    return new Lazy(
        "map",
        () -> {
          step[0] = Values.isTrue(input) ? change(arguments, budget) : item -> item;
          return Values.iteratorIfTrue(input, budget);
        },
        item -> step[0].apply(item),
        budget);
  }

  private static Lazy.Step change(CallArguments arguments, Budget budget) {
    if (arguments.positional().isEmpty() && arguments.named().containsKey("attribute")) {
      arguments.allow("attribute", "default");
      Key key =
          Key.of(arguments.require(0, "attribute"), true, budget)
              .orElse(arguments.get(1, "default", None.NONE));
      return key::of;
    }
    if (arguments.positional().isEmpty()) {
      throw new JinjaException(0, "'map' is given no filter");
    }
    String filter = arguments.string(0, "filter", "");
    return item -> Filters.apply(filter, item, arguments.rest(), budget);
  }

  private static Object select(
      String filter, Object input, CallArguments arguments, Budget budget) {
    boolean wanted = filter.startsWith("select");
    Lazy.Step[] step = new Lazy.Step[1];
    return new Lazy(
        filter,
        () -> {
          if (Values.isTrue(input)) {
            Predicate<Object> condition = condition(filter, arguments, budget);
            step[0] = item -> condition.test(item) == wanted ? item : null;
          }
          return Values.iteratorIfTrue(input, budget);
        },
        item -> step[0].apply(item),
        budget);
  }

  private static Predicate<Object> condition(
      String filter, CallArguments arguments, Budget budget) {
    boolean byAttribute = filter.endsWith("attr");
    if (byAttribute && arguments.positional().isEmpty()) {
      throw new JinjaException(0, "'" + filter + "' is given no attribute");
    }
    Object attribute = byAttribute ? arguments.positional().get(0) : None.NONE;
    Key key = Key.of(attribute, true, budget);
    CallArguments test = byAttribute ? arguments.rest() : arguments;
    if (test.positional().isEmpty()) {
      return item -> Values.isTrue(key.of(item));
    }
    String name = test.string(0, "test", "");
    return item -> Tests.check(name, key.of(item), test.rest(), budget);
  }
}
