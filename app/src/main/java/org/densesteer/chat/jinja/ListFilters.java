package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Filters on lists as a whole. */
final class ListFilters {

  private ListFilters() {}

  static void addTo(Map<String, Filters.Filter> all) {
    Filters.Filter otherwise = (input, arguments, budget) -> otherwise(input, arguments);
    all.put("default", otherwise.taking("default_value", "boolean"));
    all.put("d", otherwise.taking("default_value", "boolean"));
    Filters.Filter list = (input, arguments, budget) -> Values.items(input, budget);
    all.put("list", list.taking());
    Filters.Filter items = (input, arguments, budget) -> entries(input, budget);
    all.put("items", items.taking());
    Filters.Filter first = (input, arguments, budget) -> first(Values.iterator(input, budget));
    all.put("first", first.taking());
    Filters.Filter last = (input, arguments, budget) -> last(input, budget);
    all.put("last", last.taking());
    all.put("join", ((Filters.Filter) ListFilters::join).taking("d", "attribute"));
    Filters.Filter reverse = (input, arguments, budget) -> reversed(input, budget);
    all.put("reverse", reverse.taking());
    all.put("sum", ((Filters.Filter) ListFilters::sum).taking("attribute", "start"));
    all.put("batch", ((Filters.Filter) ListFilters::batch).taking("linecount", "fill_with"));
    all.put("slice", ((Filters.Filter) ListFilters::slice).taking("slices", "fill_with"));
    Filters.Filter attribute =
        (input, arguments, budget) ->
            Attributes.ownAttribute(input, arguments.requireString(0, "name"), budget);
    all.put("attr", attribute.taking("name"));
  }

  private static Object otherwise(Object input, CallArguments arguments) {
    boolean missing =
        input instanceof Undefined || arguments.flag(1, "boolean", false) && !Values.isTrue(input);
    return missing ? arguments.get(0, "default_value", "") : input;
  }

  private static Object entries(Object input, Budget budget) {
    return new Lazy(
        "items",
        () -> {
          if (input instanceof Undefined) {
            return Collections.emptyIterator();
          }
          if (input instanceof Map<?, ?> map) {
            return Values.iterator(new DictView(map, DictView.Kind.ITEMS), budget);
          }
          throw new JinjaException(0, "only a mapping has items, not " + Values.describe(input));
        },
        budget);
  }

  private static Object first(Iterator<Object> items) {
    return items.hasNext() ? items.next() : new Undefined("the first item of nothing");
  }

  private static Object last(Object input, Budget budget) {
    if (input instanceof Lazy) {
      throw new JinjaException(0, Values.describe(input) + " has no last item");
    }
    List<Object> items = Values.items(input, budget);
    return items.isEmpty()
        ? new Undefined("the last item of nothing")
        : items.get(items.size() - 1);
  }

  private static Object join(Object input, CallArguments arguments, Budget budget) {
    String between = PythonText.str(arguments.get(0, "d", ""), budget);
    Key key = Key.of(arguments.get(1, "attribute", None.NONE), true, budget);
    List<Object> texts = new ArrayList<>();
    for (Object item : Values.items(input, budget)) {
      texts.add(PythonText.str(key.of(item), budget));
    }
    return StringMethods.join(between, texts, budget);
  }

  private static Object reversed(Object input, Budget budget) {
    String text = Values.text(input);
    List<Object> items = Values.items(input, budget);
    List<Object> reversed = new ArrayList<>(items);
    Collections.reverse(reversed);
    if (text != null) {
      String joined = StringMethods.join("", reversed, budget);
      return input instanceof Markup ? new Markup(joined) : joined;
    }
    return input instanceof Lazy ? reversed : new Lazy("reverse", reversed::iterator, budget);
  }

  private static Object sum(Object input, CallArguments arguments, Budget budget) {
    Object sum = arguments.get(1, "start", 0L);
    if (Values.text(sum) != null) {
      throw new JinjaException(0, "'sum' does not join strings");
    }
    Key key = Key.of(arguments.get(0, "attribute", None.NONE), true, budget);
    for (Object item : Values.items(input, budget)) {
      sum = Arithmetic.binary("+", sum, key.of(item), budget);
    }
    return sum;
  }

  /** Rows of so many items. */
  private static Object batch(Object input, CallArguments arguments, Budget budget) {
    long size = arguments.integer(0, "linecount", 0);
    arguments.require(0, "linecount");
    Object fill = arguments.get(1, "fill_with", None.NONE);
    return new Lazy(
        "batch",
        () -> {
          List<Object> rows = new ArrayList<>();
          List<Object> row = new ArrayList<>();
          for (Object item : Values.items(input, budget)) {
            if (row.size() == size) {
              rows.add(row);
              row = new ArrayList<>();
            }
            row.add(item);
          }
          if (!row.isEmpty()) {
            fill(row, fill, size, budget);
            rows.add(row);
          }
          return rows.iterator();
        },
        budget);
  }

  private static void fill(List<Object> row, Object fill, long size, Budget budget) {
    if (fill != None.NONE && size > row.size()) {
      budget.spend(size);
      row.addAll(Collections.nCopies((int) (size - row.size()), fill));
    }
  }

  /** So many columns. */
  private static Object slice(Object input, CallArguments arguments, Budget budget) {
    arguments.require(0, "slices");
    long count = arguments.integer(0, "slices", 0);
    Object fill = arguments.get(1, "fill_with", None.NONE);
    return new Lazy(
        "slice",
        () -> {
          List<Object> all = Values.items(input, budget);
          if (count == 0) {
            throw new JinjaException(0, "a number is divided by zero");
          }
          budget.spend(Math.max(0, count));
          List<Object> columns = new ArrayList<>();
          int start = 0;
          for (long i = 0; i < count; i++) {
            boolean longer = i < all.size() % count;
            int end = start + (int) (all.size() / count) + (longer ? 1 : 0);
            List<Object> column = new ArrayList<>(all.subList(start, end));
            if (fill != None.NONE && !longer) {
              column.add(fill);
            }
            columns.add(column);
            start = end;
          }
          return columns.iterator();
        },
        budget);
  }
}
