package org.densesteer.ui.status;

import org.densesteer.ui.common.BackgroundTasks;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;

/**
 * The line at the foot of the window.
 *
 * @param compare the runs whose speed it tells
 * @param prompts how their tokens are chosen
 * @param settings the size of its text
 * @param tasks jobs under way
 * @param notices the last message
 * @param dialogs shows a message's details
 */
public record StatusLine(
    CompareViewModel compare,
    PromptViewModel prompts,
    Settings settings,
    BackgroundTasks tasks,
    Notices notices,
    DialogService dialogs) {

  /** Says how the line is made. */
  public void introduce(FxmlViews views) {
    views.with(
        StatusController.class,
        () -> new StatusController(compare, prompts, tasks, notices, dialogs, settings));
  }
}
