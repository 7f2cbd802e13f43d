package org.densesteer.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.problems.ProblemFiles;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.problems.SampleProblems;
import org.densesteer.hub.HubEnvironment;
import org.densesteer.hub.ModelStore;
import org.densesteer.model.Precision;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.library.VectorLibrary;
import org.densesteer.ui.common.BackgroundTasks;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.ScriptedDialogs;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.model.SessionEngine;
import org.densesteer.ui.session.SessionDesk;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.shell.Fonts;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.SteeringViewModel;

/** The whole window around a scripted model, for tests with a toolkit. */
public final class UiParts {

  public final Settings settings = new Settings();
  public final Notices notices = new Notices();
  public final ScriptedDialogs dialogs = new ScriptedDialogs();
  public final ScriptedEngine engine;

  /** Vectors that were put in use from the Extract page. */
  final List<SteeringVector> kept = new ArrayList<>();

  /** While this is so, models come only as far as a quarter. */
  volatile boolean holdsModels;

  final WorkbenchParts parts;

  /** With a folder for sweeps and for the vector library. */
  public UiParts(int millisecondsPerToken, Path home) {
    this(
        millisecondsPerToken,
        home,
        new HubEnvironment(Map.of("HF_HUB_OFFLINE", "1"), home.resolve("no-hub")));
  }

  /** With the sample model and its vector, as they come with the workbench. */
  public static UiParts ofSample(Path home) {
    return new UiParts(home);
  }

  private UiParts(Path home) {
    engine = new ScriptedEngine(192, 6, 0);
    SteeringVector vector = VectorFiles.read(EmbeddedFiles.sampleVector()).vector();
    parts =
        new WorkbenchParts(
            settings,
            notices,
            new BackgroundTasks(),
            dialogs,
            sources(
                home,
                new HubEnvironment(Map.of("HF_HUB_OFFLINE", "1"), home.resolve("no-hub")),
                SessionEngine.opener(() -> Precision.AUTO),
                EmbeddedFiles::sampleModel,
                source -> new OpenedVector(vector, List.of()),
                source -> SampleProblems.load()));
  }

  /** With a Hugging Face cache and hub. */
  UiParts(int millisecondsPerToken, Path home, HubEnvironment environment) {
    engine = new ScriptedEngine(192, 6, millisecondsPerToken);
    parts =
        new WorkbenchParts(
            settings,
            notices,
            new BackgroundTasks(),
            dialogs,
            sources(
                home,
                environment,
                this::scripted,
                () -> Path.of("sample"),
                source ->
                    new OpenedVector(
                        Samples.vector(6, source.name().startsWith("narrow") ? 64 : 192),
                        List.of()),
                source ->
                    source.path() == null
                        ? Samples.problems()
                        : ProblemFiles.read(source.path(), settings.problemReading(source))));
  }

  private RunEngine scripted(Path folder, Progress progress, Cancellation cancellation) {
    if (!folder.endsWith("sample") && !Files.exists(folder.resolve("config.json"))) {
      throw new FaultException("The folder " + folder + " has no config.json.");
    }
    progress.update("Reading weights", 0.25);
    while (holdsModels) {
      cancellation.check();
      LockSupport.parkNanos(1_000_000);
    }
    return engine;
  }

  private WorkbenchSources sources(
      Path home,
      HubEnvironment environment,
      RunEngine.Opener opener,
      Supplier<Path> sampleModel,
      Function<Source, OpenedVector> vectors,
      Function<Source, ProblemSet> problems) {
    return new WorkbenchSources(
        opener,
        sampleModel,
        new ModelStore(environment),
        vectors,
        new VectorLibrary(home, Clock.systemUTC()),
        vector -> {
          kept.add(vector);
          return Path.of("kept.safetensors");
        },
        problems,
        home,
        home.resolve("pairs"),
        home.resolve("notebook"),
        home.resolve("my-questions.jsonl"),
        home.resolve("sessions"));
  }

  /** When the baseline and the steered arm run. */
  public CompareViewModel compare() {
    return parts.compare();
  }

  /** What is added. */
  public SteeringViewModel steering() {
    return parts.steering();
  }

  /** Session files. */
  public SessionDesk session() {
    return parts.session();
  }

  /** Ends what runs and frees the model, as a window that is closed. */
  public void close() {
    parts.close();
  }

  /** Shows the window. */
  public Scene show(Stage stage) {
    Fonts.load();
    new WorkbenchWindow(stage, parts).show(true);
    return stage.getScene();
  }
}
