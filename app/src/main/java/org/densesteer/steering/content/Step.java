package org.densesteer.steering.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One name on the way to an array: a dictionary's key or a place in a list.
 *
 * @param layer the decoder block that it names, or null
 * @param place the place in a list, or −1
 * @param label the name with {@code *} for the layer or place
 */
record Step(@Nullable Long layer, int place, String label) {

  private static final int LONGEST_NAME = 300;

  /** NumPy's name for an array that was saved without one. */
  private static final String UNNAMED = "arr_";

  /** Names of a block's parts, which need no number beside them. */
  private static final Set<String> MODULES =
      Set.of("mlp", "attn", "self_attn", "attention", "resid_pre", "hook_resid_pre", "resid_mid");

  static Step key(Object key) {
    boolean digits = key instanceof String text && text.matches("-?[0-9]{1,9}");
    Optional<Long> whole = Scalars.whole(digits ? Long.valueOf((String) key) : key);
    if (whole.isPresent()) {
      return new Step(whole.get(), -1, "*");
    }
    if (key instanceof List<?> tuple) {
      return tuple(tuple);
    }
    String name = String.valueOf(key);
    if (name.length() > LONGEST_NAME) {
      return new Step(null, -1, name.substring(0, LONGEST_NAME));
    }
    if (name.matches(UNNAMED + "[0-9]{1,5}")) {
      return place(Integer.parseInt(name.substring(UNNAMED.length())));
    }
    return LayerName.of(name)
        .map(found -> new Step(found.layer(), -1, found.rest()))
        .orElseGet(() -> new Step(null, -1, name));
  }

  static Step place(int index) {
    return new Step(null, index, "*");
  }

  /** The place in the block that the name speaks of, where it speaks of one. */
  Hook hook() {
    return layer != null || MODULES.contains(label) ? Hook.of(label) : Hook.OUTPUT;
  }

  private static Step tuple(List<?> parts) {
    Long layer = null;
    StringJoiner label = new StringJoiner(" ");
    for (Object part : parts) {
      Step step = key(String.valueOf(part));
      boolean first = layer == null && step.layer() != null;
      layer = first ? step.layer() : layer;
      label.add(first ? step.label() : String.valueOf(part));
    }
    return new Step(layer, -1, label.toString());
  }
}
