package org.densesteer.ui;

import java.util.List;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.densesteer.common.AppFolders;
import org.densesteer.common.ExitSequence;
import org.densesteer.common.FaultException;
import org.densesteer.common.FileNames;
import org.densesteer.ui.common.BackgroundTasks;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxDialogService;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.SettingsStore;
import org.densesteer.ui.shell.Fonts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the parts that touch the machine, and hands them to the window. */
final class WorkbenchContext {

  private static final Logger LOG = LoggerFactory.getLogger(WorkbenchContext.class);
  private static final int SETTINGS_REST_MS = 1000;

  private final BackgroundTasks tasks = new BackgroundTasks();
  private final SettingsStore store;
  private final WorkbenchWindow window;
  private boolean warned;
  private final WorkbenchParts parts;
  private final Notices notices = new Notices();

  WorkbenchContext(Stage stage) {
    Fonts.load();
    store =
        new SettingsStore(
            AppFolders.settings(),
            RestTimer.onFxThread(SETTINGS_REST_MS),
            tasks::quietly,
            Platform::runLater,
            notices);
    Settings settings = store.open();
    DialogService dialogs = new FxDialogService(stage);
    parts =
        new WorkbenchParts(settings, notices, tasks, dialogs, WorkbenchSources.ofUser(settings));
    window = new WorkbenchWindow(stage, parts);
    stage.setOnCloseRequest(
        event -> {
          boolean kept = store.flush() & parts.flush();
          if (!kept && !warned) {
            warned = true;
            event.consume();
            notices.show(
                Notice.warning(
                    "What you changed is not kept, for it cannot be written to the disk; close the window again to leave all the same."));
          }
        });
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

  /**
   * Shows the window.
   *
   * @param sessions a session file to open in it, or nothing
   */
  void show(List<String> sessions) {
    window.show(sessions.isEmpty());
    SystemFiles.listen(parts::take);
    sessions.stream().findFirst().ifPresent(this::open);
    if (store.isFirstStart()) {
      notices.show(
          Notice.offer(
              "New here? A short tour shows what is where.", "Take the tour", parts::tour));
    }
  }

  private void open(String file) {
    try {
      parts.session().open(FileNames.path(file));
    } catch (FaultException e) {
      notices.fail(e);
    }
  }

  void close() {
    store.flush();
    window.close();
    tasks.close();
  }
}
