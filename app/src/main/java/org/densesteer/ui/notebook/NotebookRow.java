package org.densesteer.ui.notebook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunMark;
import org.densesteer.notebook.RunSummary;
import org.jspecify.annotations.Nullable;

/**
 * A run in the list.
 *
 * @param summary the run
 * @param mark what a person noted of it
 * @param differences what it was made with, as differences to the run before it
 */
public record NotebookRow(RunSummary summary, RunMark mark, List<String> differences) {

  /** Whether it is of this run. */
  boolean is(@Nullable Run run) {
    return run != null && run.id().equals(summary.id());
  }

  /** Whether every word of a search is somewhere in it. */
  boolean matches(String search) {
    String all =
        Stream.of(
                Stream.of(summary.question(), mark.note()),
                summary.settings().values().stream(),
                mark.tags().stream(),
                summary.arms().stream().map(arm -> String.valueOf(arm.answer())))
            .flatMap(words -> words)
            .reduce("", (one, other) -> one + "\n" + other)
            .toLowerCase(Locale.ROOT);
    return Stream.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(all::contains);
  }
}
