package org.densesteer.ui.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.densesteer.common.FaultException;
import org.densesteer.notebook.RunSteering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.LaidVectors;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.VectorInUse;

/**
 * The vectors of sessions by the hashes of their values. One that is not on this machine is laid
 * down in a folder of its own, beside the library and not in it. Safe for any thread; finding and
 * laying down wait for the disk.
 */
final class SessionVectors {

  private final LaidVectors laid;
  private final Function<Source, OpenedVector> reader;
  private final Map<String, VectorInUse> known = new HashMap<>();

  /**
   * Knows none yet.
   *
   * @param laid where vectors out of session files are laid down
   * @param reader reads a vector
   */
  SessionVectors(LaidVectors laid, Function<Source, OpenedVector> reader) {
    this.laid = laid;
    this.reader = reader;
  }

  /** Remembers a vector that was at work. */
  synchronized void remember(VectorInUse vector) {
    known.put(RunSteering.hash(vector.vector()), vector);
  }

  /**
   * The vectors of these hashes.
   *
   * @param elsewhere where to look for those that were not at work in this window
   * @return without those that are nowhere
   */
  Map<String, VectorInUse> find(Set<String> hashes, List<Source> elsewhere) {
    Map<String, VectorInUse> found = new LinkedHashMap<>();
    Set<String> missing = new TreeSet<>();
    synchronized (this) {
      for (String hash : hashes) {
        VectorInUse vector = known.get(hash);
        if (vector == null) {
          missing.add(hash);
        } else {
          found.put(hash, vector);
        }
      }
    }
    List.copyOf(missing)
        .forEach(hash -> laid.find(hash).ifPresent(source -> look(source, missing, found)));
    for (Source source : elsewhere) {
      if (missing.isEmpty()) {
        break;
      }
      look(source, missing, found);
    }
    return found;
  }

  private void look(Source source, Set<String> missing, Map<String, VectorInUse> found) {
    try {
      VectorInUse vector = new VectorInUse(source, reader.apply(source).vector());
      String hash = RunSteering.hash(vector.vector());
      remember(vector);
      if (missing.remove(hash)) {
        found.put(hash, vector);
      }
    } catch (FaultException e) {
      // It is not the one that is looked for; who opens it hears why it cannot be read.
    }
  }

  /**
   * Vectors out of a session file, laid down where they are not on this machine yet.
   *
   * @throws FaultException when the disk refuses one
   */
  Map<String, VectorInUse> layDown(Map<String, SteeringVector> vectors, List<Source> elsewhere) {
    Map<String, VectorInUse> all = find(vectors.keySet(), elsewhere);
    vectors.forEach(
        (hash, vector) -> {
          if (!all.containsKey(hash)) {
            VectorInUse here = new VectorInUse(laid.write(vector), vector);
            remember(here);
            all.put(hash, here);
          }
        });
    return all;
  }

  /** Whether a vector lies in the folder of vectors out of session files. */
  boolean isLaidDown(VectorInUse vector) {
    return laid.holds(vector.source());
  }
}
