package org.densesteer.ui.choice;

import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.figures.FigureSheet;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.steering.SteeringViewModel;

/** The two-choice test, over the page. */
public final class ChoiceDialog {

  private final ChoiceViewModel viewModel;
  private final FigureSheet figures;
  private final Notices notices;
  private final Overlay overlay;

  /** Nothing is tested yet. */
  public ChoiceDialog(
      ModelViewModel models,
      PromptViewModel prompts,
      SteeringViewModel steering,
      TaskRunner tasks,
      Notices notices,
      FigureSheet figures,
      Overlay overlay) {
    viewModel = new ChoiceViewModel(models, prompts, steering, tasks, notices);
    this.figures = figures;
    this.notices = notices;
    this.overlay = overlay;
  }

  /** Shows it with what was tested last. */
  public void show() {
    overlay.show(
        new FxmlViews()
            .with(
                ChoiceController.class,
                () -> new ChoiceController(viewModel, figures, notices, overlay))
            .load(FxmlFile.CHOICE));
  }
}
