package org.densesteer.ui;

import java.nio.file.Path;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFiles;

/** The model and the vector that come with the workbench. */
final class SampleFiles {

  private SampleFiles() {}

  static Path model() {
    return EmbeddedFiles.sampleModel();
  }

  static SteeringVector vector() {
    return VectorFiles.read(EmbeddedFiles.sampleVector()).vector();
  }
}
