package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Filters that compare items: sorting, grouping, the least and the greatest. */
final class OrderFilters {

  private OrderFilters() {}

  static void addTo(Map<String, Filters.Filter> all) {
    put(all, "sort", OrderFilters::sort, "reverse", "case_sensitive", "attribute");
    put(all, "dictsort", OrderFilters::sortEntries, "case_sensitive", "by", "reverse");
    put(all, "unique", OrderFilters::unique, "case_sensitive", "attribute");
    put(all, "groupby", OrderFilters::group, "attribute", "default", "case_sensitive");
    put(all, "min", (i, a, budget) -> extreme(i, a, -1, budget), "case_sensitive", "attribute");
    put(all, "max", (i, a, budget) -> extreme(i, a, 1, budget), "case_sensitive", "attribute");
  }

  private static void put(
      Map<String, Filters.Filter> all, String name, Filters.Filter filter, String... arguments) {
    all.put(name, filter.taking(arguments));
  }

  private static Object sort(Object input, CallArguments arguments, Budget budget) {
    boolean sensitive = arguments.flag(1, "case_sensitive", false);
    Object attribute = arguments.get(2, "attribute", None.NONE);
    List<Key> keys = new ArrayList<>();
    String path = Values.text(attribute);
    if (path == null) {
      keys.add(Key.of(attribute, sensitive, budget));
    } else {
      PythonStrings.split(path, ",", -1).forEach(one -> keys.add(Key.of(one, sensitive, budget)));
    }
    List<Object> sorted = new ArrayList<>(Values.items(input, budget));
    return sorted(
        sorted,
        item -> keys.stream().map(key -> key.of(item)).toList(),
        arguments.flag(0, "reverse", false),
        budget);
  }

  private static Object sortEntries(Object input, CallArguments arguments, Budget budget) {
    if (!(input instanceof Map<?, ?> map)) {
      throw new JinjaException(0, "only a mapping has items, not " + Values.describe(input));
    }
    String by = arguments.string(1, "by", "key");
    if (!by.equals("key") && !by.equals("value")) {
      throw new JinjaException(0, "a mapping is sorted by 'key' or 'value', not by '" + by + "'");
    }
    Key key =
        Key.of(by.equals("key") ? 0L : 1L, arguments.flag(0, "case_sensitive", false), budget);
    return sorted(
        Values.items(new DictView(map, DictView.Kind.ITEMS), budget),
        key::of,
        arguments.flag(2, "reverse", false),
        budget);
  }

  /** Sorts in place; what counts as equal keeps its order. */
  private static List<Object> sorted(
      List<Object> items,
      java.util.function.Function<Object, Object> key,
      boolean reverse,
      Budget budget) {
    record Keyed(Object key, Object item) {}
    List<Keyed> keyed = new ArrayList<>(items.size());
    items.forEach(item -> keyed.add(new Keyed(key.apply(item), item)));
    Comparator<Keyed> order =
        (left, right) -> {
          budget.spend(1);
          return Comparisons.compare(left.key(), right.key(), budget);
        };
    keyed.sort(reverse ? order.reversed() : order);
    items.clear();
    keyed.forEach(one -> items.add(one.item()));
    return items;
  }

  private static Object unique(Object input, CallArguments arguments, Budget budget) {
    Key key =
        Key.of(
            arguments.get(1, "attribute", None.NONE),
            arguments.flag(0, "case_sensitive", false),
            budget);
    List<Object> seen = new ArrayList<>();
    return new Lazy(
        "unique",
        () -> Values.iterator(input, budget),
        item -> {
          Object value = key.of(item);
          if (!Dicts.isHashable(value)) {
            throw new JinjaException(0, "'unique' does not work on " + Values.describe(value));
          }
          if (Comparisons.contains(seen, value, budget)) {
            return null;
          }
          seen.add(value);
          return item;
        },
        budget);
  }

  private static Object group(Object input, CallArguments arguments, Budget budget) {
    Object attribute = arguments.require(0, "attribute");
    Key key =
        Key.of(attribute, arguments.flag(2, "case_sensitive", false), budget)
            .orElse(arguments.get(1, "default", None.NONE));
    List<Object> items =
        sorted(new ArrayList<>(Values.items(input, budget)), key::of, false, budget);
    List<Object> groups = new ArrayList<>();
    List<Object> members = new ArrayList<>();
    for (Object item : items) {
      if (!members.isEmpty() && !Comparisons.equal(key.of(members.get(0)), key.of(item), budget)) {
        groups.add(new Tuple.Group(key.exactly().of(members.get(0)), members));
        members = new ArrayList<>();
      }
      members.add(item);
    }
    if (!members.isEmpty()) {
      groups.add(new Tuple.Group(key.exactly().of(members.get(0)), members));
    }
    return groups;
  }

  /** The first of the items that none is beyond. */
  private static Object extreme(Object input, CallArguments arguments, int side, Budget budget) {
    Key key =
        Key.of(
            arguments.get(1, "attribute", None.NONE),
            arguments.flag(0, "case_sensitive", false),
            budget);
    Iterator<Object> items = Values.iterator(input, budget);
    if (!items.hasNext()) {
      return new Undefined("the least or greatest item of nothing");
    }
    Object best = items.next();
    while (items.hasNext()) {
      Object item = items.next();
      if (Integer.signum(Comparisons.compare(key.of(item), key.of(best), budget)) == side) {
        best = item;
      }
    }
    return best;
  }
}
