package org.densesteer.cli;

import java.util.Optional;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.Progress;
import org.densesteer.generation.ModelSession;
import org.densesteer.hub.FoundModel;
import org.densesteer.hub.HubEnvironment;
import org.densesteer.hub.ModelStore;
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
          "Checkpoint folder as Hugging Face ships it, or owner/name of a model in the Hugging Face cache, with @ and a branch, tag or commit where that matters; 'sample' is the embedded model, './sample' a folder of that name.")
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
    FoundModel found = found();
    found.note().ifPresent(this::say);
    ModelSession session =
        ModelSession.open(found.folder(), precision.precision(), Progress.NONE, new Cancellation());
    session.info().notes().forEach(this::say);
    return session;
  }

  private void say(String note) {
    if (spec != null) {
      Notes.say(spec, note);
    }
  }

  private FoundModel found() {
    if (model.equals(SAMPLE)) {
      return new FoundModel(EmbeddedFiles.sampleModel(), Optional.empty());
    }
    return new ModelStore(HubEnvironment.ofProcess()).given(model);
  }
}
