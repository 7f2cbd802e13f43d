package org.densesteer.files.pickle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.files.bytes.FileBytes;

/** The stack and the memo of a pickle's run. */
final class PickleStack {

  /** Python's None. */
  static final Object NONE = new Object();

  private static final Object MARK = new Object();

  private final FileBytes file;
  private final List<Object> items = new ArrayList<>();
  private final Map<Long, Object> memo = new HashMap<>();

  PickleStack(FileBytes file) {
    this.file = file;
  }

  void push(Object item) {
    items.add(item);
  }

  void mark() {
    items.add(MARK);
  }

  Object pop() {
    Object top = top();
    items.remove(items.size() - 1);
    return top;
  }

  Object top() {
    if (items.isEmpty() || items.get(items.size() - 1) == MARK) {
      throw file.broken("its pickle takes something from an empty stack");
    }
    return items.get(items.size() - 1);
  }

  /** Takes all items down to the last mark, in the order they were pushed. */
  List<Object> popToMark() {
    int mark = items.lastIndexOf(MARK);
    if (mark < 0) {
      throw file.broken("its pickle lacks a mark");
    }
    List<Object> tail = items.subList(mark + 1, items.size());
    List<Object> popped = List.copyOf(tail);
    items.subList(mark, items.size()).clear();
    return popped;
  }

  /** Takes the last {@code count} items as a tuple. */
  List<Object> popTuple(int count) {
    Object[] popped = new Object[count];
    for (int i = count - 1; i >= 0; i--) {
      popped[i] = pop();
    }
    return List.of(popped);
  }

  void remember(long index) {
    memo.put(index, top());
  }

  /** Protocol 4's way: under the next free number. */
  void rememberNext() {
    memo.put((long) memo.size(), top());
  }

  void recall(long index) {
    Object remembered = memo.get(index);
    if (remembered == null) {
      throw file.broken("its pickle recalls something that it never kept");
    }
    items.add(remembered);
  }
}
