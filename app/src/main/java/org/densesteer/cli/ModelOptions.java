package org.densesteer.cli;

import java.nio.file.Path;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.Progress;
import org.densesteer.generation.ModelSession;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which checkpoint runs, and in which arithmetic. */
final class ModelOptions {

  /** The name of the embedded model. */
  static final String SAMPLE = "sample";

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description =
          "Checkpoint folder as Hugging Face ships it; 'sample' is the embedded model, './sample' a folder of that name.")
  private String model = SAMPLE;

  @Mixin private PrecisionOption precision = new PrecisionOption();

  /** What was given: a folder, or {@link #SAMPLE}. */
  String name() {
    return model;
  }

  /** Loads the model; close it after use. */
  ModelSession open() {
    return ModelSession.open(folder(), precision.precision(), Progress.NONE, new Cancellation());
  }

  private Path folder() {
    return model.equals(SAMPLE) ? EmbeddedFiles.sampleModel() : Path.of(model);
  }
}
