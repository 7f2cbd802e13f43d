package org.densesteer.extraction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Differences in memory, the longest unused dropped first. Safe to use from several threads. */
public final class DifferenceCache implements DifferenceStore {

  private static final long MOST_VALUES = 1L << 26;

  private final long mostValues;
  private final Map<Key, float[][]> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long values;

  /** A cache of at most 256 MiB. */
  public DifferenceCache() {
    this(MOST_VALUES);
  }

  DifferenceCache(long mostValues) {
    this.mostValues = mostValues;
  }

  @Override
  public synchronized Optional<float[][]> find(Key key) {
    return Optional.ofNullable(kept.get(key));
  }

  @Override
  public synchronized void keep(Key key, float[][] difference) {
    float[][] before = kept.put(key, difference);
    values += size(difference) - (before == null ? 0 : size(before));
    var oldest = kept.entrySet().iterator();
    while (values > mostValues && kept.size() > 1) {
      values -= size(oldest.next().getValue());
      oldest.remove();
    }
  }

  private static long size(float[][] difference) {
    return difference.length == 0 ? 0 : (long) difference.length * difference[0].length;
  }
}
