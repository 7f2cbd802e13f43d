package org.densesteer.ui.probe;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.extraction.QuestionTemplate;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.extract.VectorKeeper;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.steering.SteeringViewModel;

/** Making a probe, over the page. */
public final class ProbeDialog {

  private final ProbeViewModel viewModel;
  private final DialogService dialogs;
  private final Overlay overlay;

  /**
   * Nothing is made yet.
   *
   * @param pairs the Extract page's pairs in use
   * @param template the user turn that their questions are put into; says why there is none
   * @param keeper keeps the probe of a gate that is used
   */
  public ProbeDialog(
      ModelViewModel models,
      PromptViewModel prompts,
      SteeringViewModel steering,
      Supplier<List<ContrastivePair>> pairs,
      Supplier<Optional<QuestionTemplate>> template,
      VectorKeeper keeper,
      TaskRunner tasks,
      Notices notices,
      DialogService dialogs,
      Overlay overlay) {
    viewModel =
        new ProbeViewModel(models, prompts, steering, pairs, template, keeper, tasks, notices);
    this.dialogs = dialogs;
    this.overlay = overlay;
  }

  /** Shows it with what was made last. */
  public void show() {
    overlay.show(
        new FxmlViews()
            .with(ProbeController.class, () -> new ProbeController(viewModel, dialogs, overlay))
            .load(FxmlFile.PROBE));
  }
}
