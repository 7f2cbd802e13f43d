package org.densesteer.ui.copies;

import java.util.Optional;
import org.densesteer.notebook.RunSteering;
import org.densesteer.notebook.RunVector;
import org.densesteer.notebook.VectorsAtHand;
import org.densesteer.ui.common.Notices;

/** Vectors for tests. */
public final class ScriptedCopies {

  private ScriptedCopies() {}

  /** A copier that knows no vector. */
  public static RunCopier copier() {
    return new RunCopier(new Notices(), none());
  }

  private static VectorsAtHand none() {
    return new VectorsAtHand() {
      @Override
      public Optional<String> file(RunVector wanted) {
        return Optional.empty();
      }

      @Override
      public Optional<float[]> direction(RunSteering wanted) {
        return Optional.empty();
      }
    };
  }
}
