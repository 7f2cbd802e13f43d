package org.densesteer.ui.sweep;

import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.evaluation.run.AnswerEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepRunner;
import org.densesteer.evaluation.run.SweepSpeed;
import org.densesteer.ui.common.TaskRunner;
import org.jspecify.annotations.Nullable;

/** A sweep while it is computed: what can be done to it, and how far and how quick it is. */
final class SweepJob {

  private final SweepStart what;
  private final SweepMeter meter;
  private volatile @Nullable SweepControl control;
  private volatile @Nullable SweepClock clock;

  SweepJob(SweepStart what, LongSupplier nanoTime) {
    this.what = what;
    this.meter = new SweepMeter(nanoTime);
  }

  /** What is computed. */
  SweepStart what() {
    return what;
  }

  /**
   * Begins, where the folder's journal ends.
   *
   * @param answers closed when the job ends
   */
  void start(
      SweepRunner runner,
      AnswerEngine answers,
      TaskRunner tasks,
      Consumer<SweepResults> onSuccess,
      Consumer<Throwable> onFailure) {
    tasks.start(
        "Sweep of " + what.origin().vectorName(),
        (words, cancellation) -> {
          SweepControl mine = new SweepControl(cancellation);
          SweepClock counted = new SweepClock(words, meter);
          control = mine;
          clock = counted;
          boolean there = Files.exists(what.folder().planFile());
          try (answers) {
            return runner.run(what.folder(), what.origin(), there, meter::answered, counted, mine);
          }
        },
        onSuccess,
        onFailure);
  }

  /** Lets it wait; false before it has begun. */
  boolean pause() {
    SweepControl present = control;
    if (present == null) {
      return false;
    }
    present.pause();
    meter.pause();
    return true;
  }

  /** Lets it go on. */
  void resume() {
    SweepControl present = control;
    if (present != null) {
      meter.resume();
      present.resume();
    }
  }

  /** Stops it at its next token; no finished answer is lost. */
  void stop() {
    SweepControl present = control;
    if (present != null) {
      present.cancel();
    }
  }

  /** How far it is; empty before it has begun. */
  Optional<SweepClock.Reading> reading() {
    return Optional.ofNullable(clock).map(SweepClock::last);
  }

  /** How quick it was; empty while there is too little to tell. */
  Optional<SweepSpeed> speed() {
    return meter.speed();
  }
}
