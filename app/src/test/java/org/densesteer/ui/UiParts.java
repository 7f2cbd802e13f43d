package org.densesteer.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.densesteer.common.FaultException;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.library.VectorLibrary;
import org.densesteer.ui.common.BackgroundTasks;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.ScriptedDialogs;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.shell.Fonts;
import org.densesteer.ui.vector.OpenedVector;

/** The whole window around a scripted model, for tests with a toolkit. */
final class UiParts {

  final Settings settings = new Settings();
  final Notices notices = new Notices();
  final ScriptedDialogs dialogs = new ScriptedDialogs();
  final ScriptedEngine engine;

  /** Vectors that were put in use from the Extract page. */
  final List<SteeringVector> kept = new ArrayList<>();

  final WorkbenchParts parts;

  UiParts(int millisecondsPerToken) {
    this(millisecondsPerToken, temporaryFolder());
  }

  /** With a folder for sweeps and for the vector library. */
  UiParts(int millisecondsPerToken, Path home) {
    engine = new ScriptedEngine(192, 6, millisecondsPerToken);
    parts =
        new WorkbenchParts(
            settings,
            notices,
            new BackgroundTasks(),
            dialogs,
            (folder, progress, cancellation) -> {
              if (!folder.endsWith("sample")) {
                throw new FaultException("The folder " + folder + " has no config.json.");
              }
              return engine;
            },
            () -> Path.of("sample"),
            source ->
                new OpenedVector(
                    Samples.vector(6, source.name().startsWith("narrow") ? 64 : 192), List.of()),
            source -> Samples.problems(),
            home,
            new VectorLibrary(home, Clock.systemUTC()),
            vector -> {
              kept.add(vector);
              return Path.of("kept.safetensors");
            },
            home.resolve("pairs"));
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("workbench");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Scene show(Stage stage) {
    Fonts.load();
    new WorkbenchWindow(stage, parts).show();
    return stage.getScene();
  }
}
