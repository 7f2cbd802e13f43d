package org.densesteer.evaluation.problems;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes ids that repeat unique: the second {@code 7} becomes {@code 7#2}. In GSM-Symbolic the id is
 * that of a template with many instances.
 */
final class UniqueIds {

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> times = new HashMap<>();
  private int renamed;
  private String example = "";

  /** The id itself, or one made from it that no problem has yet. */
  String of(String id) {
    if (taken.add(id)) {
      return id;
    }
    String unique;
    do {
      unique = id + "#" + times.merge(id, 2, (before, first) -> before + 1);
    } while (!taken.add(unique));
    renamed++;
    example = example.isEmpty() ? unique : example;
    return unique;
  }

  /** How many ids had to be changed. */
  int renamed() {
    return renamed;
  }

  /** The first id that was made. */
  String example() {
    return example;
  }
}
