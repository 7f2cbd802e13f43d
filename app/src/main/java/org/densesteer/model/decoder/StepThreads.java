package org.densesteer.model.decoder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many threads a step uses. All are best while the cores are free. Where another program takes
 * one, every operation waits for the thread that lost its core, and fewer threads are far quicker;
 * so when steps turn slow, fewer are tried, and now and then more again.
 */
final class StepThreads {

  /** So much longer than usual is slow: more than the memory's own moods make of it. */
  private static final double SLOW = 1.6;

  /** A change must gain so much. */
  private static final double GAIN = 0.95;

  private static final int SLOW_STEPS = 3;
  private static final double NEWEST = 0.3;
  private static final double FORGETTING = 1.01;
  private static final long FIRST_WAIT = 1_000_000_000L;
  private static final long LONGEST_WAIT = 8_000_000_000L;

  /** Numbers of threads, the most first. */
  private final int[] levels;

  private int level;
  private int tried;
  private int slow;
  private double ratio = 1;
  private long wait = FIRST_WAIT;
  private long look;

  /** What a step of so many lines takes with all threads and free cores. */
  private final Map<Integer, Double> usual = new HashMap<>();

  private record Size(int lines, int level) {}

  private final Set<Size> compiled = new HashSet<>();

  /**
   * A choice among numbers of threads.
   *
   * @param all the most
   * @param free whether the number of threads does not show in the results; else all are used
   */
  StepThreads(int all, boolean free) {
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
    if (tried == 0) {
      usual.merge(lines, (double) nanos, (known, time) -> Math.min(time, FORGETTING * known));
    }
    Double known = usual.get(lines);
    if (known == null) {
      return;
    }
    double present = nanos / known;
    if (tried == level) {
      watch(present, now);
    } else {
      judge(present, now);
    }
  }

  private void watch(double present, long now) {
    ratio += NEWEST * (present - ratio);
    slow = present > SLOW ? slow + 1 : 0;
    if (now - look < 0) {
      return;
    }
    if (slow >= SLOW_STEPS && level + 1 < levels.length) {
      tried = level + 1;
    } else if (level > 0) {
      tried = level - 1;
    }
  }

  private void judge(double present, long now) {
    if (present < GAIN * ratio) {
      level = tried;
      ratio = present;
      wait = FIRST_WAIT;
    } else {
      tried = level;
      wait = Math.min(2 * wait, LONGEST_WAIT);
    }
    slow = 0;
    look = now + wait;
  }
}
