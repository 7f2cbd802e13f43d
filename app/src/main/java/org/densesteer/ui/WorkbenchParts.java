package org.densesteer.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.results.SafeBands;
import org.densesteer.hub.ModelStore;
import org.densesteer.steering.Steering;
import org.densesteer.steering.library.VectorLibrary;
import org.densesteer.ui.common.BackgroundTasks;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Pages;
import org.densesteer.ui.common.Pulses;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.compare.ArmsController;
import org.densesteer.ui.compare.CompareController;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.export.ExportController;
import org.densesteer.ui.export.ExportViewModel;
import org.densesteer.ui.extract.ExtractPage;
import org.densesteer.ui.extract.VectorKeeper;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.FieldsController;
import org.densesteer.ui.prompt.PromptController;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.prompt.UnreadFields;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.shell.ModalOverlay;
import org.densesteer.ui.shell.ModelMenu;
import org.densesteer.ui.shell.ShellController;
import org.densesteer.ui.shell.ShellViewModel;
import org.densesteer.ui.shell.ToolbarController;
import org.densesteer.ui.status.StatusController;
import org.densesteer.ui.steering.MixFile;
import org.densesteer.ui.steering.MixerViewModel;
import org.densesteer.ui.steering.OpenedVector;
import org.densesteer.ui.steering.SafeBandViewModel;
import org.densesteer.ui.steering.SteeringController;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorChoices;
import org.densesteer.ui.sweep.SweepPage;
import org.densesteer.ui.sweep.SweepViewModel;
import org.densesteer.ui.vectors.LibraryViewModel;
import org.densesteer.ui.vectors.VectorsPage;

/** The window's view models and controllers, each given what it needs. */
final class WorkbenchParts {

  private final Settings settings;
  private final Notices notices;
  private final BackgroundTasks tasks;
  private final DialogService dialogs;
  private final ModelViewModel models;
  private final VectorChoices vectors;
  private final PromptViewModel prompts;
  private final SteeringViewModel steering;
  private final MixerViewModel mixer;
  private final SafeBandViewModel safe;
  private final CompareViewModel compare;
  private final ShellViewModel shell;
  private final SweepViewModel sweep;
  private final LibraryViewModel kept;
  private final Supplier<ModelMenu> modelMenu;
  private final ExtractPage extract;
  private final ModalOverlay overlay = new ModalOverlay();
  private final FxmlViews views = new FxmlViews();
  private final Pages pages = new Pages();

  WorkbenchParts(
      Settings settings,
      Notices notices,
      BackgroundTasks tasks,
      DialogService dialogs,
      RunEngine.Opener opener,
      Supplier<Path> sampleModel,
      Function<Source, OpenedVector> vectorReader,
      Function<Source, ProblemSet> problemReader,
      Path sweeps,
      VectorLibrary library,
      VectorKeeper keeper,
      ModelStore store,
      Path pairs) {
    this.settings = settings;
    this.notices = notices;
    this.tasks = tasks;
    this.dialogs = dialogs;
    models = new ModelViewModel(opener, sampleModel, tasks, notices, settings);
    prompts = new PromptViewModel(problemReader, tasks, notices, settings);
    steering = new SteeringViewModel(models, settings);
    vectors = new VectorChoices(vectorReader, steering, tasks, notices, settings);
    mixer = new MixerViewModel(steering, vectors, settings);
    safe =
        new SafeBandViewModel(
            models,
            steering,
            (model, vector) -> SafeBands.latest(sweeps, model, vector),
            tasks,
            Platform::runLater);
    compare =
        new CompareViewModel(
            models,
            prompts,
            steering,
            tasks,
            notices,
            Pulses.OF_WINDOW,
            RestTimer::onFxThread,
            Platform::runLater);
    shell = new ShellViewModel(settings);
    ModelParts modelParts = new ModelParts(models, store, settings, tasks, notices, overlay);
    modelMenu = () -> modelParts.menu(sampleModel, dialogs);
    introduceControllers();
    prompts
        .unreadProperty()
        .subscribe(
            unread -> {
              if (unread != null) {
                showFields(unread);
              }
            });
    sweep =
        new SweepPage(models, prompts, steering, safe, compare, tasks, notices, dialogs)
            .introduce(views, pages, shell, sweeps);
    kept =
        new VectorsPage(models, vectors, steering, mixer, tasks, notices)
            .introduce(views, pages, library, dialogs, overlay, this::showExport);
    extract =
        new ExtractPage(
            models,
            prompts,
            vectors,
            problemReader,
            opener,
            keeper,
            pairs,
            tasks,
            notices,
            dialogs);
    extract.introduce(views, pages);
  }

  private void introduceControllers() {
    views
        .with(
            ShellController.class,
            () -> new ShellController(shell, settings, notices, dialogs, overlay, pages))
        .with(
            ToolbarController.class,
            () ->
                new ToolbarController(
                    models,
                    modelMenu.get(),
                    vectors,
                    steering,
                    compare,
                    shell,
                    settings,
                    dialogs,
                    pages))
        .with(PromptController.class, () -> new PromptController(prompts, dialogs))
        .with(CompareController.class, () -> new CompareController(compare, settings, dialogs))
        .with(ArmsController.class, () -> new ArmsController(compare.extras(), steering))
        .with(
            SteeringController.class,
            () ->
                new SteeringController(
                    steering,
                    mixer,
                    mixFile(),
                    safe,
                    () -> steering.steering().ifPresent(this::showExport)))
        .with(
            StatusController.class,
            () -> new StatusController(compare, prompts, tasks, notices, dialogs, settings));
  }

  private MixFile mixFile() {
    return new MixFile(
        steering, notices, Clock.systemUTC(), this::showExport, vector -> kept.add(vector, ""));
  }

  private void showFields(UnreadFields unread) {
    overlay.show(
        new FxmlViews()
            .with(FieldsController.class, () -> new FieldsController(unread, prompts, overlay))
            .load(FxmlFile.PROBLEM_FIELDS));
  }

  private void showExport(Steering tuned) {
    overlay.show(
        new FxmlViews()
            .with(ExportController.class, () -> exportController(tuned))
            .load(FxmlFile.EXPORT));
  }

  private ExportController exportController(Steering tuned) {
    RunEngine engine = models.engineProperty().get();
    ExportViewModel viewModel =
        new ExportViewModel(tuned, engine == null ? null : engine.info(), tasks, notices);
    return new ExportController(viewModel, dialogs, overlay);
  }

  Parent root() {
    return views.load(FxmlFile.SHELL);
  }

  /** Opens what was open last, in the background. */
  void restore() {
    prompts.restore();
    vectors.open(Source.vector(settings.vectorProperty().get()));
    mixer.restore();
    kept.refresh();
    models.restore();
    extract.memory().restore();
  }

  Settings settings() {
    return settings;
  }

  ShellViewModel shell() {
    return shell;
  }

  ModelViewModel models() {
    return models;
  }

  CompareViewModel compare() {
    return compare;
  }

  SteeringViewModel steering() {
    return steering;
  }

  ModalOverlay overlay() {
    return overlay;
  }

  /** Stops what runs and frees the model. */
  void close() {
    compare.stop();
    sweep.stop();
    extract.memory().flush();
    models.close();
  }
}
