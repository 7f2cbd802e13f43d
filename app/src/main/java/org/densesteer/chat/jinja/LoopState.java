package org.densesteer.chat.jinja;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variable {@code loop} inside a loop. */
final class LoopState {

  private final List<Object> items;
  private int index;
  private @Nullable Object lastChecked;

  LoopState(List<Object> items) {
    this.items = items;
  }

  /** Goes to the item at a place, from 0. */
  void moveTo(int place) {
    index = place;
  }

  /** An attribute, or null when there is none of this name. */
  @Nullable Object attribute(String name) {
    int length = items.size();
    return switch (name) {
      case "index" -> index + 1L;
      case "index0" -> (long) index;
      case "revindex" -> (long) (length - index);
      case "revindex0" -> length - index - 1L;
      case "first" -> index == 0;
      case "last" -> index == length - 1;
      case "length" -> (long) length;
      case "depth" -> 1L; // only recursive loops, which are not supported, go deeper
      case "depth0" -> 0L;
      case "previtem" ->
          index == 0 ? new Undefined("the item before the first") : items.get(index - 1);
      case "nextitem" ->
          index == length - 1 ? new Undefined("the item after the last") : items.get(index + 1);
      case "cycle" -> (Function) this::cycle;
      case "changed" -> (Function) this::changed;
      default -> null;
    };
  }

  private Object cycle(CallArguments arguments) {
    List<Object> values = arguments.positional();
    if (values.isEmpty()) {
      throw new JinjaException(0, "'loop.cycle' has nothing to cycle through");
    }
    return values.get(index % values.size());
  }

  private Object changed(CallArguments arguments) {
    boolean changed = !arguments.positional().equals(lastChecked);
    lastChecked = arguments.positional();
    return changed;
  }
}
