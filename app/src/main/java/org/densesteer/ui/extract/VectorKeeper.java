package org.densesteer.ui.extract;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.library.VectorLibrary;

/** Keeps vectors that are put in use before a person has saved them anywhere. */
@FunctionalInterface
public interface VectorKeeper {

  /**
   * Writes a vector; called on a background thread.
   *
   * @return the file
   * @throws org.densesteer.common.FaultException when it cannot be written
   */
  Path keep(SteeringVector vector);

  /** Keeps each in the library, under its own name or the nearest that is free. */
  static VectorKeeper in(VectorLibrary library) {
    return vector -> library.add(vector, "", List.of()).file();
  }
}
