package org.densesteer.chat.jinja;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Items that are made one by one when they are asked for, and only once, as Python's generators:
 * such a value counts as true, has no length, and is empty when it is looped over again.
 */
final class Lazy implements Iterator<Object> {

  /** Makes one item from another; null leaves it out. */
  @FunctionalInterface
  interface Step {
    @Nullable Object apply(Object item);
  }

  private final String source;
  private final Supplier<Iterator<Object>> start;
  private final Step step;
  private final Budget budget;
  private @Nullable Iterator<Object> items;
  private @Nullable Object next;

  /**
   * Creates one.
   *
   * @param source the filter that makes it, for messages
   * @param start gives the items to go through, when the first is asked for
   */
  Lazy(String source, Supplier<Iterator<Object>> start, Step step, Budget budget) {
    this.source = source;
    this.start = start;
    this.step = step;
    this.budget = budget;
  }

  Lazy(String source, Supplier<Iterator<Object>> start, Budget budget) {
    this(source, start, item -> item, budget);
  }

  /** The filter that makes it. */
  String source() {
    return source;
  }

  @Override
  public boolean hasNext() {
    budget.enter();
    if (items == null) {
      items = start.get();
    }
    while (next == null && items.hasNext()) {
      budget.spend(1);
      next = step.apply(items.next());
    }
    budget.leave();
    return next != null;
  }

  @Override
  public Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Object item = next;
    next = null;
    return item;
  }
}
