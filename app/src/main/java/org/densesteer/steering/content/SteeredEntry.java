package org.densesteer.steering.content;

import java.util.Map;
import java.util.Set;
import org.densesteer.files.bytes.FileBytes;

/**
 * One hook of a file for lm-eval's model {@code steered} (lm_eval 0.4.13, models/hf_steered.py):
 * {@code steering_vector}, {@code steering_coefficient} (1 where it is missing), {@code action},
 * {@code bias}, {@code head_index}.
 */
final class SteeredEntry {

  /** Name of the direction. */
  static final String VECTOR = "steering_vector";

  /** Name of its operator: {@code add} or {@code clamp}. */
  static final String ACTION = "action";

  /** Adds the coefficient times the vector. */
  static final String ADD = "add";

  /** Replaces the component along the vector by the coefficient. */
  static final String CLAMP = "clamp";

  /** Both of them. */
  static final Set<String> ACTIONS = Set.of(ADD, CLAMP);

  private static final String BIAS = "bias";
  private static final String HEAD = "head_index";

  private SteeredEntry() {}

  static boolean isOne(Map<?, ?> entries) {
    return entries.containsKey(VECTOR) && entries.get(ACTION) instanceof String;
  }

  /** Refuses what steers one attention head. */
  static void requireWholeState(Map<?, ?> entries, FileBytes file) {
    if (entries.get(HEAD) instanceof Number head) {
      throw file.refused("it steers attention head " + head + ", not whole hidden states");
    }
  }

  /** Whether an entry says only that there is nothing. */
  static boolean isPlain(String key, Object value) {
    return Set.of(BIAS, HEAD).contains(key) && value.equals(Unread.NONE);
  }
}
