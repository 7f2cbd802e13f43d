package org.densesteer.ui.compare;

import java.util.List;
import javafx.application.Platform;
import org.densesteer.ui.charts.ChartExport;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.Pulses;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.copies.RunCopier;
import org.densesteer.ui.figures.FigureSheet;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.notebook.RecentRuns;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorChoices;

/**
 * The parts of the Compare page.
 *
 * @param models the model that answers
 * @param prompts what is asked
 * @param steering what is added
 * @param settings where the charts' share of the page is remembered
 * @param tasks runs what takes time
 * @param notices where messages go
 * @param figures saves charts
 * @param copier takes runs away as texts
 * @param vectors the vectors to choose from
 * @param recent runs to be pinned
 * @param overlay where forms are shown
 */
public record ComparePage(
    ModelViewModel models,
    PromptViewModel prompts,
    SteeringViewModel steering,
    Settings settings,
    TaskRunner tasks,
    Notices notices,
    FigureSheet figures,
    RunCopier copier,
    VectorChoices vectors,
    RecentRuns recent,
    Overlay overlay) {

  /** Says how the page and the panel of its arms are made; gives the runs that it shows. */
  public CompareViewModel introduce(FxmlViews views) {
    CompareViewModel compare =
        new CompareViewModel(
            models,
            prompts,
            steering,
            tasks,
            notices,
            Pulses.OF_WINDOW,
            RestTimer::onFxThread,
            Platform::runLater);
    ArmForms forms =
        new ArmForms(compare.extras(), compare.fan(), models, steering, vectors, notices, overlay);
    ArmMenu menu =
        new ArmMenu(
            compare.extras(),
            steering,
            forms,
            () -> recent.items(run -> compare.pin(List.of(run))));
    new KeptArms(compare.extras(), vectors, recent::load, settings).restore();
    views
        .with(
            CompareController.class,
            () ->
                new CompareController(
                    compare.arms(),
                    new PaneActions(forms, compare.order()),
                    compare.order(),
                    settings,
                    new ChartExport(figures),
                    copier))
        .with(ArmsController.class, () -> new ArmsController(menu, forms));
    return compare;
  }
}
