package org.densesteer.ui.smallbatch;

import javafx.application.Platform;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.steering.SteeringViewModel;

/** Some problems at the present setting, over the page; a batch goes on while it is closed. */
public final class SmallBatchDialog {

  private final SmallBatchViewModel viewModel;
  private final Notices notices;
  private final Overlay overlay;

  /**
   * Nothing is shown yet.
   *
   * @param run answers the present question in the panes
   */
  public SmallBatchDialog(
      ModelViewModel models,
      PromptViewModel prompts,
      SteeringViewModel steering,
      TaskRunner tasks,
      Notices notices,
      Overlay overlay,
      Runnable run) {
    viewModel =
        new SmallBatchViewModel(models, prompts, steering, tasks, notices, Platform::runLater, run);
    this.notices = notices;
    this.overlay = overlay;
  }

  /** Shows it with what was answered last. */
  public void show() {
    overlay.show(
        new FxmlViews()
            .with(
                SmallBatchController.class,
                () -> new SmallBatchController(viewModel, notices, overlay))
            .load(FxmlFile.SMALL_BATCH));
  }
}
