package org.densesteer.ui.prompt;

import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlViews;

/** The prompt panel. */
public final class PromptPanel {

  private PromptPanel() {}

  /** Says how the panel is made. */
  public static void introduce(FxmlViews views, PromptViewModel prompts, DialogService dialogs) {
    views.with(PromptController.class, () -> new PromptController(prompts, dialogs));
  }
}
