package org.densesteer.ui.prompt;

import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Overlay;

/** The prompt panel. */
public final class PromptPanel {

  private PromptPanel() {}

  /** Says how the panel is made. */
  public static void introduce(
      FxmlViews views,
      PromptViewModel prompts,
      MyQuestions mine,
      DialogService dialogs,
      Overlay overlay) {
    OwnQuestionMenu own = new OwnQuestionMenu(prompts, mine, overlay);
    mine.listProperty().subscribe(list -> prompts.offer(mine.source(), !list.isEmpty()));
    views.with(PromptController.class, () -> new PromptController(prompts, own, dialogs));
  }
}
