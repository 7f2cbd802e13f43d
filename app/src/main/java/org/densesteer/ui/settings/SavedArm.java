package org.densesteer.ui.settings;

import org.jspecify.annotations.Nullable;

/**
 * An arm beside baseline and steered arm: a placebo, one with settings of its own, or a pinned run.
 *
 * @param placebo name of a placebo; null for another kind
 * @param vector {@link Settings#SAMPLE}, or the vector file, of an arm with settings of its own
 * @param layer 0-based decoder block
 * @param strength λ
 * @param fan whether it is one of a fan
 * @param run id of a pinned run
 * @param arm which of that run's arms is pinned
 */
public record SavedArm(
    @Nullable String placebo,
    @Nullable String vector,
    int layer,
    double strength,
    boolean fan,
    @Nullable String run,
    @Nullable String arm) {

  /** Replaces what a file has wrong. */
  public SavedArm {
    strength = Double.isFinite(strength) ? strength : 0;
  }

  /** A placebo. */
  public static SavedArm ofPlacebo(String name) {
    return new SavedArm(name, null, 0, 0, false, null, null);
  }

  /** An arm with settings of its own. */
  public static SavedArm ofSettings(String vector, int layer, double strength, boolean fan) {
    return new SavedArm(null, vector, layer, strength, fan, null, null);
  }

  /** A pinned arm of a run. */
  public static SavedArm ofRun(String run, String arm) {
    return new SavedArm(null, null, 0, 0, false, run, arm);
  }
}
