package org.densesteer.ui;

import java.util.List;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.densesteer.common.AppFolders;
import org.densesteer.common.ExitSequence;
import org.densesteer.evaluation.problems.ProblemFiles;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.problems.SampleProblems;
import org.densesteer.hub.HubEnvironment;
import org.densesteer.hub.ModelStore;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorRead;
import org.densesteer.steering.library.VectorLibrary;
import org.densesteer.ui.common.BackgroundTasks;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxDialogService;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.extract.VectorKeeper;
import org.densesteer.ui.model.SessionEngine;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.SettingsStore;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.shell.Fonts;
import org.densesteer.ui.steering.OpenedVector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the parts that touch the machine, and hands them to the window. */
final class WorkbenchContext {

  private static final Logger LOG = LoggerFactory.getLogger(WorkbenchContext.class);
  private static final int SETTINGS_REST_MS = 1000;

  private final BackgroundTasks tasks = new BackgroundTasks();
  private final SettingsStore store;
  private final WorkbenchWindow window;

  WorkbenchContext(Stage stage) {
    Fonts.load();
    Notices notices = new Notices();
    store =
        new SettingsStore(
            AppFolders.settings(),
            RestTimer.onFxThread(SETTINGS_REST_MS),
            tasks::quietly,
            Platform::runLater,
            notices);
    Settings settings = store.open();
    DialogService dialogs = new FxDialogService(stage);
    VectorLibrary library = VectorLibrary.ofUser();
    WorkbenchParts parts =
        new WorkbenchParts(
            settings,
            notices,
            tasks,
            dialogs,
            SessionEngine.opener(settings.precisionProperty()::get),
            SampleFiles::model,
            WorkbenchContext::readVector,
            source -> readProblems(settings, source),
            AppFolders.settings().resolve("sweeps"),
            library,
            VectorKeeper.in(library),
            new ModelStore(HubEnvironment.ofProcess()),
            AppFolders.data().resolve("pairs"));
    window = new WorkbenchWindow(stage, parts);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          if (ExitSequence.ofProcess().underWay()) {
            // The toolkit has gone from under its own thread.
            return;
          }
          LOG.error("Something failed on the thread {}.", thread.getName(), failure);
          Platform.runLater(() -> notices.fail(failure));
        });
  }

  private static OpenedVector readVector(Source source) {
    if (source.path() == null) {
      return new OpenedVector(SampleFiles.vector().renamed(source.name()), List.of());
    }
    VectorRead read = VectorFiles.read(source.path());
    return new OpenedVector(read.vector(), read.warnings());
  }

  private static ProblemSet readProblems(Settings settings, Source source) {
    return source.path() == null
        ? SampleProblems.load()
        : ProblemFiles.read(source.path(), settings.problemReading(source));
  }

  void show() {
    window.show();
  }

  void close() {
    store.flush();
    window.close();
    tasks.close();
  }
}
