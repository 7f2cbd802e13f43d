package org.densesteer.ui.alignment;

import java.util.List;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.figures.FigureSheet;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.trace.ArmViewModel;

/** The alignment maps of the answers in the panes, over the page. */
public final class AlignmentDialog {

  private final AlignmentViewModel viewModel;
  private final Notices notices;
  private final Overlay overlay;
  private final FigureSheet figures;

  /**
   * Nothing is shown yet.
   *
   * @param arms the panes, baseline and steered first
   */
  public AlignmentDialog(
      ModelViewModel models,
      SteeringViewModel steering,
      List<ArmViewModel> arms,
      TaskRunner tasks,
      Notices notices,
      Overlay overlay,
      FigureSheet figures) {
    this.figures = figures;
    viewModel = new AlignmentViewModel(models, steering, arms, tasks, notices);
    this.notices = notices;
    this.overlay = overlay;
  }

  /** Reads the answers again and shows their maps. */
  public void show() {
    overlay.show(
        new FxmlViews()
            .with(
                AlignmentController.class,
                () -> new AlignmentController(viewModel, notices, overlay, figures))
            .load(FxmlFile.ALIGNMENT));
  }
}
