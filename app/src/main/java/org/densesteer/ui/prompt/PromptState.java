package org.densesteer.ui.prompt;

import java.util.LinkedHashSet;
import java.util.Set;
import org.densesteer.common.Json;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.ui.settings.SavedPrompt;
import org.densesteer.ui.settings.Source;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be undone in the prompt panel.
 *
 * @param source where the problems came from
 * @param problems the problems; null before they are read
 * @param values all the rest, the question in its own words
 */
record PromptState(Source source, @Nullable ProblemSet problems, SavedPrompt values) {

  /** Names of what differs from another state. */
  Set<String> differences(PromptState other) {
    Set<String> names = new LinkedHashSet<>();
    var theirs = Json.LENIENT.valueToTree(other.values);
    Json.LENIENT
        .valueToTree(values)
        .properties()
        .forEach(
            field -> {
              if (!field.getValue().equals(theirs.get(field.getKey()))) {
                names.add(field.getKey());
              }
            });
    return names;
  }
}
