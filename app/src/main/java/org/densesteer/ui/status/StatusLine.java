package org.densesteer.ui.status;

import org.densesteer.ui.common.BackgroundTasks;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;

/** The status line. */
public final class StatusLine {

  private StatusLine() {}

  /** Says how the line is made. */
  public static void introduce(
      FxmlViews views,
      CompareViewModel compare,
      PromptViewModel prompts,
      BackgroundTasks tasks,
      Notices notices,
      DialogService dialogs,
      Settings settings) {
    views.with(
        StatusController.class,
        () -> new StatusController(compare, prompts, tasks, notices, dialogs, settings));
  }
}
