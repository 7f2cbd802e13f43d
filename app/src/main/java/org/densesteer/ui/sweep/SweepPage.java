package org.densesteer.ui.sweep;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.common.Pages;
import org.densesteer.ui.common.Pulses;
import org.densesteer.ui.common.SystemOpener;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.figures.FigureSheet;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.shell.ShellViewModel;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.SafeBandViewModel;
import org.densesteer.ui.steering.SteeringViewModel;

/**
 * The parts of the Sweep page.
 *
 * @param models the model that answers
 * @param prompts the problems that are asked
 * @param steering the vector that is swept
 * @param vectors reads a vector; called on a background thread
 * @param checkpoints finds what {@code --model} was given; called on a background thread
 * @param safe takes what a sweep found
 * @param compare where a problem is opened side by side
 * @param settings which sweeps of other folders were opened
 * @param tasks runs what takes time
 * @param notices where messages go
 * @param dialogs asks where to write
 * @param figures saves drawings
 */
public record SweepPage(
    ModelViewModel models,
    PromptViewModel prompts,
    SteeringViewModel steering,
    Function<Source, OpenedVector> vectors,
    Function<String, Source> checkpoints,
    SafeBandViewModel safe,
    CompareViewModel compare,
    Settings settings,
    TaskRunner tasks,
    Notices notices,
    DialogService dialogs,
    FigureSheet figures) {

  /** Says how the page is made; the view model is to be stopped before the model is closed. */
  public SweepViewModel introduce(FxmlViews views, Pages pages, ShellViewModel shell, Path sweeps) {
    SweptVectors swept = new SweptVectors(steering, vectors, tasks, notices);
    SweepViewModel sweep =
        new SweepViewModel(
            new SweepForm(models, prompts, steering),
            models,
            swept,
            checkpoints,
            sweeps,
            tasks,
            notices,
            Pulses.OF_WINDOW,
            System::nanoTime);
    Fx.follow(sweep.safeBandsProperty(), safe::found);
    SweepActions actions =
        new SweepActions(
            prompts,
            steering,
            swept,
            compare,
            notices,
            () -> shell.pageProperty().set(Page.COMPARE));
    SweepExport export =
        new SweepExport(sweep, dialogs, new SystemOpener(), tasks, notices, figures);
    SweepEstimate estimate =
        new SweepEstimate(
            sweep.form(),
            models,
            new SpeedBook(sweeps),
            Bindings.createBooleanBinding(
                () -> sweep.stateProperty().get().active(), sweep.stateProperty()),
            tasks,
            notices,
            Clock.systemUTC(),
            System::nanoTime);
    sweep.setOnSpeed(estimate::swept);
    SweepListViewModel list = new SweepListViewModel(sweeps, sweep, tasks, notices, settings);
    views
        .with(SweepController.class, () -> new SweepController(sweep, list, actions, export))
        .with(ForestController.class, () -> new ForestController(sweep))
        .with(SweepListController.class, () -> new SweepListController(list, export, dialogs))
        .with(
            SweepFormController.class,
            () ->
                new SweepFormController(
                    sweep.form(),
                    estimate,
                    prompts,
                    dialogs,
                    () -> shell.pageProperty().set(Page.COMPARE)));
    pages.with(Page.SWEEP, () -> views.load(FxmlFile.SWEEP));
    return sweep;
  }
}
