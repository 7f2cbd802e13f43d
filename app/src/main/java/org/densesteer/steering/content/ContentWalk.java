package org.densesteer.steering.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.densesteer.files.bytes.FileBytes;

/**
 * Goes through a tree of dictionaries and lists, in a bounded number of steps, whatever refers to
 * what in it, and gathers its arrays and the names of everything else.
 */
final class ContentWalk {

  private static final int MOST_STEPS = 100_000;
  private static final int DEEPEST = 8;

  private final FileBytes file;
  private final UnaryOperator<Object> reader;
  private final List<Leaf> leaves = new ArrayList<>();
  private final Map<String, String> others = new LinkedHashMap<>();
  private int steps;

  /**
   * A walk that has not begun.
   *
   * @param reader makes of what a format has a map, a list, a {@link NumberArray}, a number, a
   *     truth value, a text or an {@link Unread}
   */
  ContentWalk(FileBytes file, UnaryOperator<Object> reader) {
    this.file = file;
    this.reader = reader;
  }

  /** The arrays, in the file's order. */
  List<Leaf> leaves() {
    return leaves;
  }

  /** What else there is, by name. */
  Map<String, String> others() {
    return others;
  }

  /** Goes through everything. */
  void walk(Object root, Surroundings around) {
    visit(reader.apply(root), "", List.of(), around);
  }

  private void visit(Object value, String name, List<Step> path, Surroundings around) {
    if (++steps > MOST_STEPS || path.size() > DEEPEST) {
      throw file.refused(
          path.size() > DEEPEST
              ? "its dictionaries are nested more than " + DEEPEST + " deep"
              : "it holds more than " + MOST_STEPS + " values");
    }
    if (value instanceof NumberArray array) {
      leaves.add(new Leaf(name, path, array, around));
    } else if (value instanceof Map<?, ?> map) {
      dictionary(map, name, path, around);
    } else if (value instanceof List<?> list) {
      list(list, name, path, around);
    } else {
      others.put(name.isEmpty() ? "the content" : FileBytes.quote(name), Scalars.words(value));
    }
  }

  private void dictionary(Map<?, ?> raw, String name, List<Step> path, Surroundings around) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    raw.forEach((key, value) -> entries.put(key, reader.apply(value)));
    steps += entries.size();
    Surroundings known = around.within(entries, path.size());
    boolean steered = SteeredEntry.isOne(entries);
    if (steered) {
      SteeredEntry.requireWholeState(entries, file);
    }
    for (Map.Entry<Object, Object> entry : entries.entrySet()) {
      Object key = entry.getKey();
      boolean understood =
          key instanceof String text
              && (Surroundings.NONE.with(text, entry.getValue(), 0).isPresent()
                  || steered && SteeredEntry.isPlain(text, entry.getValue()));
      if (!understood) {
        String inner = (name.isEmpty() ? "" : name + ".") + label(key);
        visit(entry.getValue(), inner, with(path, Step.key(key)), known);
      }
    }
  }

  private void list(List<?> raw, String name, List<Step> path, Surroundings around) {
    steps += raw.size();
    List<Object> items = raw.stream().map(reader).map(Object.class::cast).toList();
    Optional<NumberArray> numbers = NumberLists.of(items, file, name);
    if (numbers.isPresent()) {
      leaves.add(new Leaf(name, path, numbers.get(), around));
      return;
    }
    if (items.size() == 2 && isName(items.get(0)) && !isName(items.get(1))) {
      Object key = items.get(0);
      visit(items.get(1), name + "." + label(key), with(path, Step.key(key)), around);
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      String inner = name + "[" + i + "]";
      visit(items.get(i), inner, with(path, Step.place(i)), around);
    }
  }

  /** Whether something can name the layer of what follows it in a pair. */
  private static boolean isName(Object value) {
    return value instanceof Long || value instanceof String;
  }

  private static String label(Object key) {
    return FileBytes.printable(String.valueOf(key), 60);
  }

  private static List<Step> with(List<Step> path, Step step) {
    List<Step> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}
