package org.densesteer.ui.compare;

import java.util.Optional;
import org.densesteer.notebook.Run;

/**
 * An answer that is pinned beside those of new runs, for a session.
 *
 * @param run the run it is of
 * @param arm which of its arms
 */
public record PinnedAnswer(Run run, String arm) {

  /** As an arm; empty where the run has no such arm. */
  Optional<ArmKind> kind() {
    return run.arm(arm).map(found -> new PinnedArm(run, found));
  }
}
