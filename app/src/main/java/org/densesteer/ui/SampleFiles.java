package org.densesteer.ui;

import java.nio.file.Path;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFiles;

/** Where the sample model and its vector lie. */
final class SampleFiles {

  private SampleFiles() {}

  static Path model() {
    return Path.of("app/sample-model");
  }

  static SteeringVector vector() {
    return VectorFiles.read(Path.of("sample-vectors/dense-last.safetensors")).vector();
  }
}
