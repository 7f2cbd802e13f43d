package org.densesteer.ui.extract;

import java.nio.file.Files;
import java.nio.file.Path;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;

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

  /** Keeps each in a folder, under its own name or the next that is free. */
  static VectorKeeper in(Path folder) {
    return vector -> {
      String ending = VectorFormats.SAFETENSORS.endings().get(0);
      Path file = folder.resolve(vector.name() + ending);
      for (int number = 2; Files.exists(file); number++) {
        file = folder.resolve(vector.name() + "-" + number + ending);
      }
      SteeringVector named = vector.renamed(VectorFiles.baseName(file));
      VectorFiles.write(named, ExportOptions.of(VectorFormats.SAFETENSORS), file);
      return file;
    };
  }
}
