package org.densesteer.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.densesteer.common.AppFolders;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.evaluation.problems.ProblemFiles;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.problems.SampleProblems;
import org.densesteer.hub.HubEnvironment;
import org.densesteer.hub.ModelStore;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorRead;
import org.densesteer.steering.library.VectorLibrary;
import org.densesteer.ui.extract.VectorKeeper;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.model.SessionEngine;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.LaidVectors;
import org.densesteer.ui.steering.OpenedVector;

/**
 * Where the window gets models, vectors and problems from, and keeps what it makes.
 *
 * @param opener loads models
 * @param sampleModel finds the folder of the model that comes with the workbench
 * @param store the models on this machine, and the way to more
 * @param vectorReader reads vectors
 * @param library the vectors that are kept
 * @param keeper keeps a vector that was extracted
 * @param problemReader reads sets of problems
 * @param sweeps folder of the sweeps
 * @param pairs folder of the Extract page's pairs
 * @param notebook folder of the runs that were made
 * @param questions file of a person's own questions
 * @param sessions folder of what came out of session files, and of what windows left behind
 */
record WorkbenchSources(
    RunEngine.Opener opener,
    Supplier<Path> sampleModel,
    ModelStore store,
    Function<Source, OpenedVector> vectorReader,
    VectorLibrary library,
    VectorKeeper keeper,
    Function<Source, ProblemSet> problemReader,
    Path sweeps,
    Path pairs,
    Path notebook,
    Path questions,
    Path sessions) {

  /** Those of the person at this machine. */
  static WorkbenchSources ofUser(Settings settings) {
    VectorLibrary library = VectorLibrary.ofUser();
    return new WorkbenchSources(
        SessionEngine.opener(settings.precisionProperty()::get),
        EmbeddedFiles::sampleModel,
        new ModelStore(HubEnvironment.ofProcess()),
        WorkbenchSources::readVector,
        library,
        VectorKeeper.in(library),
        source -> readProblems(settings, source),
        AppFolders.settings().resolve("sweeps"),
        AppFolders.data().resolve("pairs"),
        AppFolders.data().resolve("notebook"),
        AppFolders.data().resolve("my-questions.jsonl"),
        AppFolders.data().resolve("sessions"));
  }

  /**
   * The model that {@code --model} was given; looks at the disk.
   *
   * @throws FaultException when there is none
   */
  Source checkpoint(String given) {
    return Settings.SAMPLE.equals(given)
        ? Source.SAMPLE_MODEL
        : Source.model(store.given(given).folder());
  }

  /** Where vectors out of sessions and other vectors lie. */
  LaidVectors laid() {
    return new LaidVectors(sessions.resolve("vectors"));
  }

  private static OpenedVector readVector(Source source) {
    Path file = source.path();
    VectorRead read = VectorFiles.read(file == null ? EmbeddedFiles.sampleVector() : file);
    return file == null
        ? new OpenedVector(read.vector().renamed(source.name()), List.of())
        : new OpenedVector(read.vector(), read.warnings());
  }

  private static ProblemSet readProblems(Settings settings, Source source) {
    return source.path() == null
        ? SampleProblems.load()
        : ProblemFiles.read(source.path(), settings.problemReading(source));
  }
}
