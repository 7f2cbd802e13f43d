package org.densesteer.chat.jinja;

import java.util.AbstractList;
import java.util.List;

/** A list that is written with parentheses and equals no list, as Python's tuples. */
class Tuple extends AbstractList<Object> {

  private final List<Object> items;

  Tuple(List<Object> items) {
    this.items = items;
  }

  @Override
  public Object get(int index) {
    return items.get(index);
  }

  @Override
  public int size() {
    return items.size();
  }

  /** What {@code groupby} gives for each value: a tuple whose parts have names. */
  static final class Group extends Tuple {
    Group(Object grouper, List<Object> list) {
      super(List.of(grouper, list));
    }
  }
}
