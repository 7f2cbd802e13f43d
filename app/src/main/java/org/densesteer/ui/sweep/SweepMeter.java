package org.densesteer.ui.sweep;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.densesteer.evaluation.results.SweepAnswer;
import org.densesteer.evaluation.run.SweepSpeed;

/** Measures how quickly a sweep that runs gets its answers. */
final class SweepMeter {

  private static final double NANOS = 1e9;

  /** A few answers say too little. */
  private static final int FEWEST = 50;

  private final LongSupplier nanoTime;
  private final LongAdder answers = new LongAdder();
  private final LongAdder tokens = new LongAdder();
  private volatile long begun = -1;
  private long pausedAt = -1;
  private volatile long paused;

  SweepMeter(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The answers from now on are computed; those before were there. */
  void begin() {
    if (begun < 0) {
      answers.reset();
      tokens.reset();
      begun = nanoTime.getAsLong();
    }
  }

  /** Hears of an answer, on any thread. */
  void answered(SweepAnswer answer) {
    answers.increment();
    tokens.add(answer.generated());
  }

  /** Stops the clock. */
  void pause() {
    pausedAt = nanoTime.getAsLong();
  }

  /** Lets the clock go on. */
  void resume() {
    if (pausedAt >= 0) {
      paused += nanoTime.getAsLong() - pausedAt;
      pausedAt = -1;
    }
  }

  /** The speed so far; empty while there is too little to tell. */
  Optional<SweepSpeed> speed() {
    resume();
    long count = answers.sum();
    double seconds = (nanoTime.getAsLong() - begun - paused) / NANOS;
    return begun < 0 || count < FEWEST || seconds <= 0
        ? Optional.empty()
        : Optional.of(new SweepSpeed(tokens.sum() / seconds, (double) tokens.sum() / count));
  }
}
