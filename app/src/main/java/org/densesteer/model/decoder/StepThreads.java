package org.densesteer.model.decoder;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * How many threads a step uses. All are best while the cores are free. Where another program takes
 * one, every operation waits for the thread that shares it, and fewer threads are far quicker. So
 * while others take some of the processor, a step with fewer is tried now and then, and at once
 * when steps turn slow; and while fewer are used, one with more. Without other programs nothing is
 * tried: the memory's moods alone move a step by a third.
 */
final class StepThreads {

  /** So much longer than usual is slow: more than the memory's own moods make of it. */
  private static final double SLOW = 1.6;

  /** A change must gain so much. */
  private static final double GAIN = 0.95;

  private static final int SLOW_STEPS = 3;

  /**
   * Weight of the newest step: a few steps that something short disturbs must not look like a core
   * that is taken, which makes steps more than twice as long.
   */
  private static final double NEWEST = 0.1;

  private static final long FIRST_WAIT = 1_000_000_000L;
  private static final long LONGEST_WAIT = 6_000_000_000L;

  /** More threads are tried so often at a time: one step that was disturbed says nothing. */
  private static final int TRIES = 2;

  /** So much of a core must be taken for a step to wait. */
  private static final double TAKEN = 0.25;

  /** Numbers of threads, the most first. */
  private final int[] levels;

  private final DoubleSupplier others;
  private boolean alone = true;
  private long looked;
  private int level;
  private int tried;
  private int slow;
  private int tries;
  private long wait = FIRST_WAIT;
  private long last;
  private boolean begun;

  /** What a step of so many lines takes with each number of threads, smoothed; NaN if unknown. */
  private final Map<Integer, double[]> times = new HashMap<>();

  private record Size(int lines, int level) {}

  private final Set<Size> compiled = new HashSet<>();

  /**
   * A choice among numbers of threads.
   *
   * @param all the most
   * @param free whether the number of threads does not show in the results; else all are used
   * @param others cores that other programs take, on average since it was last asked; NaN where
   *     nobody knows
   */
  StepThreads(int all, boolean free, DoubleSupplier others) {
    this.others = others;
    levels =
        free
            ? IntStream.of(all, all - 1, all / 2, 1).filter(n -> n > 0).distinct().toArray()
            : new int[] {all};
  }

  /** Threads of the next step. */
  int next() {
    return levels[tried];
  }

  /**
   * A step took so long.
   *
   * @param lines its size
   * @param nanos how long it took
   * @param now the time, in nanoseconds from any beginning
   */
  void took(int lines, long nanos, long now) {
    // Products are compiled in the first step of a size.
    if (levels.length == 1 || compiled.add(new Size(lines, tried))) {
      return;
    }
    look(now);
    double[] known = times.computeIfAbsent(lines, size -> unknown());
    if (alone) {
      useAll(known, nanos, now);
    } else if (tried == level) {
      watch(known, nanos, now);
    } else {
      judge(known, nanos, now);
    }
  }

  private void look(long now) {
    if (begun && now - looked < FIRST_WAIT) {
      return;
    }
    double taken = others.getAsDouble();
    looked = now;
    if (!begun) {
      begun = true;
      last = now;
    } else if (taken < TAKEN) {
      alone = true;
    } else if (alone) {
      alone = false;
      last = now - wait;
    }
  }

  private void useAll(double[] known, long nanos, long now) {
    if (tried == 0) {
      known[0] = smoothed(known[0], nanos);
    }
    level = 0;
    tried = 0;
    slow = 0;
    tries = 0;
    wait = FIRST_WAIT;
    last = now;
  }

  private static double smoothed(double known, long nanos) {
    return Double.isNaN(known) ? nanos : known + NEWEST * (nanos - known);
  }

  private double[] unknown() {
    double[] none = new double[levels.length];
    Arrays.fill(none, Double.NaN);
    return none;
  }

  private void watch(double[] known, long nanos, long now) {
    double before = known[level];
    slow = nanos > SLOW * before ? slow + 1 : 0;
    known[level] = smoothed(before, nanos);
    long since = now - last;
    if (slow >= SLOW_STEPS && level + 1 < levels.length && since >= FIRST_WAIT) {
      tried = level + 1;
    } else if (since >= wait) {
      tried = level > 0 ? level - 1 : level + 1;
    }
  }

  private void judge(double[] known, long nanos, long now) {
    // Of a size that is not known yet nothing can be said, and the next look is as soon.
    if (Double.isNaN(known[level])) {
      tried = level;
    } else if (nanos < GAIN * known[level]) {
      level = tried;
      known[level] = nanos;
      wait = FIRST_WAIT;
    } else if (tried < level && ++tries < TRIES) {
      return;
    } else {
      tried = level;
      wait = Math.min(2 * wait, LONGEST_WAIT);
    }
    slow = 0;
    tries = 0;
    last = now;
  }
}
