package org.densesteer.ui.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.notebook.RunSteering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.steering.format.WriteOptions;
import org.densesteer.steering.library.VectorNames;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.VectorInUse;

/**
 * The vectors of sessions by the hashes of their values. One that is not on this machine is laid
 * down in a folder of its own, beside the library and not in it. Safe for any thread; finding and
 * laying down wait for the disk.
 */
final class SessionVectors {

  private final Path folder;
  private final Function<Source, OpenedVector> reader;
  private final Map<String, VectorInUse> known = new HashMap<>();

  /**
   * Knows none yet.
   *
   * @param folder where vectors out of session files are laid down
   * @param reader reads a vector
   */
  SessionVectors(Path folder, Function<Source, OpenedVector> reader) {
    this.folder = folder.toAbsolutePath().normalize();
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
            VectorInUse laid = new VectorInUse(Source.vector(write(hash, vector)), vector);
            remember(laid);
            all.put(hash, laid);
          }
        });
    return all;
  }

  private Path write(String hash, SteeringVector vector) {
    // A folder of its own, so that the file can have the vector's name.
    Path file = folder.resolve(hash).resolve(VectorNames.cleaned(vector.name()) + ".safetensors");
    if (Files.notExists(file)) {
      AtomicFiles.write(
          file, part -> VectorFormats.SAFETENSORS.write(vector, WriteOptions.DEFAULT, part));
    }
    return file;
  }

  /** Whether a vector lies in the folder of vectors out of session files. */
  boolean isLaidDown(VectorInUse vector) {
    Path path = vector.source().path();
    return path != null && path.startsWith(folder);
  }
}
