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

  /**
   * Reports the present state in words that tell the time left themselves, where it is known.
   *
   * @param words all there is to say
   * @param fraction done so far in 0..1, or negative when unknown
   */
  default void tell(String words, double fraction) {
    update(words, fraction);
  }
}
