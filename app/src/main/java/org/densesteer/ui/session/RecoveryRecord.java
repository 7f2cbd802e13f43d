package org.densesteer.ui.session;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a window would not want to lose, as it lies on the disk while the window is open. Runs that
 * ended are in the notebook; only their ids are here.
 *
 * @param touched when it was written, as ISO 8601
 * @param file the session's file; null where it has none
 * @param changed whether something was not in that file
 * @param scope which runs that file holds
 * @param runs ids of the session's runs
 * @param running whether a run was under way
 * @param panels what stood in the panels
 */
record RecoveryRecord(
    String touched,
    @Nullable String file,
    boolean changed,
    SessionScope scope,
    List<String> runs,
    boolean running,
    PanelsRecord panels) {

  /** Replaces what a file leaves out. */
  RecoveryRecord {
    touched = touched == null ? "" : touched;
    scope = scope == null ? SessionScope.SESSION : scope;
    runs = runs == null ? List.of() : runs.stream().filter(Objects::nonNull).toList();
    Objects.requireNonNull(panels, "panels");
  }

  /** The run that ended last; null for none. */
  @Nullable String lastRun() {
    return runs.isEmpty() ? null : runs.get(runs.size() - 1);
  }
}
