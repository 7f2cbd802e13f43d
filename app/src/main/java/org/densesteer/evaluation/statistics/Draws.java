package org.densesteer.evaluation.statistics;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * Which observations each resample takes. The random numbers are those of {@link
 * Random#nextInt(int)}, whose algorithm Java fixes for all versions.
 */
final class Draws {

  /** Draws kept in memory for each size; more are drawn anew each time. */
  private static final long MOST_KEPT = 1L << 23;

  private final int resamples;
  private final long seed;
  private final Map<Integer, int[]> bySize = new ConcurrentHashMap<>();

  Draws(int resamples, long seed) {
    this.resamples = resamples;
    this.seed = seed;
  }

  /** Indices below {@code size}, {@code size} of them for each resample in turn. */
  IntSupplier of(int size) {
    if ((long) resamples * size > MOST_KEPT) {
      Random random = new Random(seed);
      return () -> random.nextInt(size);
    }
    int[] draws = bySize.computeIfAbsent(size, this::draw);
    int[] at = {0};
    return () -> draws[at[0]++];
  }

  private int[] draw(int size) {
    Random random = new Random(seed);
    int[] draws = new int[resamples * size];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = random.nextInt(size);
    }
    return draws;
  }
}
