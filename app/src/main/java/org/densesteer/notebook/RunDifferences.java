package org.densesteer.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run was made with, as differences to the run before it. */
public final class RunDifferences {

  private RunDifferences() {}

  /**
   * Such as {@code λ 1.6 → 2}; nothing where both were made alike.
   *
   * @param before null for the first run, whose settings are all told
   */
  public static List<String> of(RunSummary run, @Nullable RunSummary before) {
    List<String> words = new ArrayList<>();
    Map<String, String> earlier = before == null ? Map.of() : before.settings();
    run.settings()
        .forEach(
            (name, value) -> {
              String was = earlier.get(name);
              if (was == null) {
                words.add(name + " " + value);
              } else if (!was.equals(value)) {
                words.add(name + " " + was + " → " + value);
              }
            });
    earlier.keySet().stream()
        .filter(name -> !run.settings().containsKey(name))
        .forEach(name -> words.add("no " + name));
    if (before != null && !before.question().equals(run.question())) {
      words.add(0, "another question");
    }
    return words;
  }
}
