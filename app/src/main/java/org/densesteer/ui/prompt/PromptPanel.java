package org.densesteer.ui.prompt;

import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlViews;

/**
 * The panel of what is asked.
 *
 * @param prompts what is asked
 * @param dialogs asks for problem files
 */
public record PromptPanel(PromptViewModel prompts, DialogService dialogs) {

  /** Says how the panel is made. */
  public void introduce(FxmlViews views) {
    views.with(PromptController.class, () -> new PromptController(prompts, dialogs));
  }
}
