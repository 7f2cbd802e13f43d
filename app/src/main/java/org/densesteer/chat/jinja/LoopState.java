package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The variable {@code loop} inside a loop. It looks ahead only when it is asked to: the condition
 * of a loop is looked at for each item when its turn comes.
 */
final class LoopState implements Function {

  private final @Nullable Function recursion;
  private final int depth;
  private final Budget budget;
  private Iterator<Object> items;
  private long length;
  private int index = -1;
  private @Nullable Object before;
  private @Nullable Object current;
  private @Nullable Object after;
  private @Nullable List<Object> lastChecked;

  /**
   * Creates one.
   *
   * @param length number of items; negative when that is not known without going through them
   * @param recursion what calling {@code loop} does, null when the loop is not recursive
   * @param depth how many such loops are around this one
   */
  LoopState(
      Iterator<Object> items, long length, @Nullable Function recursion, int depth, Budget budget) {
    this.items = items;
    this.length = length;
    this.recursion = recursion;
    this.depth = depth;
    this.budget = budget;
  }

  /** Whether there is another item. */
  boolean hasNext() {
    return after != null || items.hasNext();
  }

  /** Goes to the next item. */
  Object next() {
    before = current;
    current = after == null ? items.next() : after;
    after = null;
    index++;
    return current;
  }

  /** Number of items in all. */
  long length() {
    if (length < 0) {
      List<Object> rest = new ArrayList<>();
      items.forEachRemaining(rest::add);
      items = rest.iterator();
      length = rest.size() + index + 1L + (after == null ? 0 : 1);
    }
    return length;
  }

  /** As Python prints it. */
  String repr() {
    return Texts.of("<LoopContext %d/%d>", index + 1, length());
  }

  @Override
  public Object call(CallArguments arguments) {
    if (recursion == null) {
      throw new JinjaException(0, "'loop' is called but the loop is not marked 'recursive'");
    }
    return recursion.call(arguments);
  }

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "index" -> index + 1L;
      case "index0" -> (long) index;
      case "revindex" -> length() - index;
      case "revindex0" -> length() - index - 1;
      case "first" -> index == 0;
      case "last" -> peek() == null;
      case "length" -> length();
      case "depth" -> depth + 1L;
      case "depth0" -> (long) depth;
      case "previtem" -> before == null ? new Undefined("the item before the first") : before;
      case "nextitem" -> peek() == null ? new Undefined("the item after the last") : after;
      case "cycle" -> (Function) this::cycle;
      case "changed" -> (Function) this::changed;
      default -> null;
    };
  }

  private @Nullable Object peek() {
    if (after == null && items.hasNext()) {
      after = items.next();
    }
    return after;
  }

  private Object cycle(CallArguments arguments) {
    List<Object> values = arguments.positional();
    if (values.isEmpty()) {
      throw new JinjaException(0, "'loop.cycle' has nothing to cycle through");
    }
    return values.get(index % values.size());
  }

  private Object changed(CallArguments arguments) {
    List<Object> earlier = lastChecked;
    lastChecked = arguments.positional();
    return earlier == null || !Comparisons.equal(earlier, lastChecked, budget);
  }
}
