package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Filters on lists as a whole. */
final class ListFilters {

  private ListFilters() {}

  static void addTo(Map<String, Filters.Filter> all) {
    all.put("default", (input, arguments, budget) -> otherwise(input, arguments));
    all.put("d", (input, arguments, budget) -> otherwise(input, arguments));
    all.put("list", (input, arguments, budget) -> Values.items(input, budget));
    all.put("items", (input, arguments, budget) -> entries(input, budget));
    all.put("first", (input, arguments, budget) -> Slices.item(Values.items(input, budget), 0));
    all.put("last", (input, arguments, budget) -> Slices.item(Values.items(input, budget), -1));
    all.put("join", ListFilters::join);
    all.put("reverse", (input, arguments, budget) -> reversed(input, budget));
    all.put("sort", ListFilters::sort);
    all.put(
        "dictsort",
        (input, arguments, budget) -> sort(entries(input, budget), CallArguments.NONE, budget));
    all.put("unique", ListFilters::unique);
    all.put("min", (input, arguments, budget) -> extreme(input, arguments, budget, 0));
    all.put("max", (input, arguments, budget) -> extreme(input, arguments, budget, -1));
    all.put("sum", ListFilters::sum);
  }

  /** The value that {@code attribute} names in an item, or the item itself. */
  static Object field(Object item, Object attribute, Budget budget) {
    if (attribute == None.NONE) {
      return item;
    }
    if (attribute instanceof String path) {
      Object value = item;
      for (Object part : PythonStrings.split(path, ".", -1)) {
        value = Attributes.item(value, part, budget);
      }
      return value;
    }
    return Attributes.item(item, attribute, budget);
  }

  private static Object otherwise(Object input, CallArguments arguments) {
    boolean missing =
        input instanceof Undefined || arguments.flag(1, "boolean", false) && !Values.isTrue(input);
    return missing ? arguments.get(0, "default_value", "") : input;
  }

  private static Object entries(Object input, Budget budget) {
    if (input instanceof Map<?, ?> map) {
      return MapMethods.items(map, budget);
    }
    if (input instanceof Undefined) {
      return List.of();
    }
    throw new JinjaException(0, "only a mapping has items, not " + Values.describe(input));
  }

  private static Object join(Object input, CallArguments arguments, Budget budget) {
    String between = PythonText.str(arguments.get(0, "d", ""), budget);
    Object attribute = arguments.get(1, "attribute", None.NONE);
    List<Object> texts = new ArrayList<>();
    for (Object item : Values.items(input, budget)) {
      texts.add(PythonText.str(field(item, attribute, budget), budget));
    }
    return StringMethods.join(between, texts, budget);
  }

  private static Object reversed(Object input, Budget budget) {
    List<Object> items = Values.items(input, budget);
    List<Object> reversed = new ArrayList<>(items);
    Collections.reverse(reversed);
    return input instanceof String ? StringMethods.join("", reversed, budget) : reversed;
  }

  private static Object sort(Object input, CallArguments arguments, Budget budget) {
    Object attribute = arguments.get(2, "attribute", None.NONE);
    boolean sensitive = arguments.flag(1, "case_sensitive", false);
    Comparator<Object> order =
        (left, right) ->
            Comparisons.compare(
                key(left, attribute, sensitive, budget),
                key(right, attribute, sensitive, budget),
                budget);
    List<Object> sorted = new ArrayList<>(Values.items(input, budget));
    sorted.sort(arguments.flag(0, "reverse", false) ? order.reversed() : order);
    return sorted;
  }

  private static Object key(Object item, Object attribute, boolean sensitive, Budget budget) {
    Object value = field(item, attribute, budget);
    budget.spend(1);
    return !sensitive && value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
  }

  private static Object unique(Object input, CallArguments arguments, Budget budget) {
    boolean sensitive = arguments.flag(0, "case_sensitive", false);
    Object attribute = arguments.get(1, "attribute", None.NONE);
    List<Object> keys = new ArrayList<>();
    List<Object> unique = new ArrayList<>();
    for (Object item : Values.items(input, budget)) {
      Object key = key(item, attribute, sensitive, budget);
      if (!Comparisons.contains(keys, key, budget)) {
        keys.add(key);
        unique.add(item);
      }
    }
    return unique;
  }

  private static Object extreme(Object input, CallArguments arguments, Budget budget, int place) {
    CallArguments order =
        new CallArguments(
            List.of(
                false,
                arguments.get(0, "case_sensitive", false),
                arguments.get(1, "attribute", None.NONE)),
            Map.of());
    return Slices.item((List<?>) sort(input, order, budget), place);
  }

  private static Object sum(Object input, CallArguments arguments, Budget budget) {
    Object sum = arguments.get(1, "start", 0L);
    Object attribute = arguments.get(0, "attribute", None.NONE);
    for (Object item : Values.items(input, budget)) {
      sum = Arithmetic.binary("+", sum, field(item, attribute, budget), budget);
    }
    return sum;
  }
}
