package org.densesteer.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.densesteer.hub.HubEnvironment;
import org.densesteer.hub.ModelStore;
import org.densesteer.steering.library.VectorLibrary;
import org.densesteer.ui.common.BackgroundTasks;
import org.densesteer.ui.common.FxDialogService;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.extract.VectorKeeper;
import org.densesteer.ui.settings.SettingsStore;
import org.densesteer.ui.shell.Fonts;
import org.densesteer.ui.steering.OpenedVector;

/** The window with a scripted model, to look at it without one. */
public final class WorkbenchDemo {

  private WorkbenchDemo() {}

  /** Opens the window. */
  public static void main(String[] arguments) {
    Application.launch(Window.class, arguments);
  }

  /** The application; not the main class, which a class path without modules does not allow. */
  public static final class Window extends Application {

    @Override
    public void start(Stage stage) throws Exception {
      Fonts.load();
      Path home =
          Path.of(
              System.getProperty(
                  "densesteer.home", Files.createTempDirectory("densesteer-demo").toString()));
      BackgroundTasks tasks = new BackgroundTasks();
      Notices notices = new Notices();
      SettingsStore store =
          new SettingsStore(
              home, RestTimer.onFxThread(1000), tasks::quietly, Platform::runLater, notices);
      VectorLibrary library = new VectorLibrary(home.resolve("vectors"), Clock.systemUTC());
      WorkbenchParts parts =
          new WorkbenchParts(
              store.open(),
              notices,
              tasks,
              new FxDialogService(stage),
              new WorkbenchSources(
                  (folder, progress, cancellation) -> new ScriptedEngine(192, 6, 20),
                  () -> Path.of("sample"),
                  new ModelStore(new HubEnvironment(Map.of(), home)),
                  source -> new OpenedVector(Samples.vector(6, 192), List.of()),
                  library,
                  VectorKeeper.in(library),
                  source -> Samples.problems(),
                  home.resolve("sweeps"),
                  home.resolve("pairs"),
                  home.resolve("notebook"),
                  home.resolve("my-questions.jsonl"),
                  home.resolve("sessions")));
      new WorkbenchWindow(stage, parts).show(true);
    }
  }
}
