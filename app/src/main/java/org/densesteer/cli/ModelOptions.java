package org.densesteer.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.FileNames;
import org.densesteer.common.Progress;
import org.densesteer.generation.ModelSession;
import org.densesteer.hub.HubEnvironment;
import org.densesteer.hub.ModelStore;
import org.densesteer.hub.RepoId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which checkpoint runs, and in which arithmetic. */
final class ModelOptions {

  /** The name of the embedded model. */
  static final String SAMPLE = "sample";

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description =
          "Checkpoint folder as Hugging Face ships it, or owner/name of a model in the Hugging Face cache; 'sample' is the embedded model, './sample' a folder of that name.")
  private String model = SAMPLE;

  @Mixin private PrecisionOption precision = new PrecisionOption();

  /** What was given: a folder, or {@link #SAMPLE}. */
  String name() {
    return model;
  }

  /**
   * Loads the model, and says on the error stream what of its folder is not used; close it after
   * use.
   */
  ModelSession open() {
    ModelSession session =
        ModelSession.open(folder(), precision.precision(), Progress.NONE, new Cancellation());
    if (spec != null) {
      PrintWriter errors = spec.commandLine().getErr();
      session.info().notes().forEach(note -> errors.println("Note: " + note));
    }
    return session;
  }

  private Path folder() {
    if (model.equals(SAMPLE)) {
      return EmbeddedFiles.sampleModel();
    }
    Path folder = FileNames.path(model);
    return Files.exists(folder) ? folder : cached().orElse(folder);
  }

  /** Where the cache has a model of this name. */
  private Optional<Path> cached() {
    try {
      return new ModelStore(HubEnvironment.ofProcess()).find(RepoId.parse(model));
    } catch (FaultException e) {
      return Optional.empty(); // no name of a model: a folder that is not there
    }
  }
}
