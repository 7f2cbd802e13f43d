package org.densesteer.common;

/** Hears how far a long job has come. Called on the job's thread, cheap to call often. */
@FunctionalInterface
public interface Progress {

  /** Ignores every report. */
  Progress NONE = (what, fraction) -> {};

  /**
   * Reports the present state.
   *
   * @param what what is being done now, a few words
   * @param fraction done so far in 0..1, or negative when unknown
   */
  void update(String what, double fraction);
}
