package org.densesteer.ui;

import java.time.Clock;
import javafx.application.Platform;
import javafx.scene.Parent;
import org.densesteer.evaluation.results.SafeBands;
import org.densesteer.model.checkpoint.GenerationDefaults;
import org.densesteer.ui.common.BackgroundTasks;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Pages;
import org.densesteer.ui.compare.ComparePage;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.download.GetModelDialog;
import org.densesteer.ui.export.ExportDialog;
import org.densesteer.ui.extract.ExtractPage;
import org.densesteer.ui.model.ModelShelf;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.prompt.FieldsController;
import org.densesteer.ui.prompt.PromptPanel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.prompt.UnreadFields;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.shell.ModalOverlay;
import org.densesteer.ui.shell.ModelMenu;
import org.densesteer.ui.shell.ShellController;
import org.densesteer.ui.shell.ShellViewModel;
import org.densesteer.ui.shell.ToolbarController;
import org.densesteer.ui.status.StatusLine;
import org.densesteer.ui.steering.MixFile;
import org.densesteer.ui.steering.MixerViewModel;
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
  private final ModelViewModel models;
  private final VectorChoices vectors;
  private final PromptViewModel prompts;
  private final SteeringViewModel steering;
  private final MixerViewModel mixer;
  private final CompareViewModel compare;
  private final ShellViewModel shell;
  private final SweepViewModel sweep;
  private final LibraryViewModel kept;
  private final ExtractPage extract;
  private final ModalOverlay overlay = new ModalOverlay();
  private final FxmlViews views = new FxmlViews();

  WorkbenchParts(
      Settings settings,
      Notices notices,
      BackgroundTasks tasks,
      DialogService dialogs,
      WorkbenchSources sources) {
    this.settings = settings;
    Pages pages = new Pages();
    models = new ModelViewModel(sources.opener(), sources.sampleModel(), tasks, notices, settings);
    prompts = new PromptViewModel(sources.problemReader(), tasks, notices, settings);
    models
        .engineProperty()
        .map(engine -> engine.info().generation())
        .orElse(GenerationDefaults.NONE)
        .subscribe(prompts.decoding().checkpointProperty()::set);
    steering = new SteeringViewModel(models, settings);
    vectors = new VectorChoices(sources.vectorReader(), steering, tasks, notices, settings);
    mixer = new MixerViewModel(steering, vectors, settings);
    SafeBandViewModel safe =
        new SafeBandViewModel(
            models,
            steering,
            (model, vector) -> SafeBands.latest(sources.sweeps(), model, vector),
            tasks,
            Platform::runLater);
    shell = new ShellViewModel(settings);
    compare =
        new ComparePage(models, prompts, steering, settings, tasks, notices, dialogs)
            .introduce(views);
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
            .introduce(views, pages, shell, sources.sweeps());
    new PromptPanel(prompts, dialogs).introduce(views);
    new StatusLine(compare, prompts, settings, tasks, notices, dialogs).introduce(views);
    ExportDialog export = new ExportDialog(models, tasks, notices, dialogs, overlay);
    kept =
        new VectorsPage(models, vectors, steering, mixer, tasks, notices)
            .introduce(views, pages, sources.library(), dialogs, overlay, export::show);
    extract =
        new ExtractPage(
            models,
            prompts,
            vectors,
            sources.problemReader(),
            sources.opener(),
            sources.keeper(),
            sources.pairs(),
            tasks,
            notices,
            dialogs);
    extract.introduce(views, pages);
    GetModelDialog getModel = new GetModelDialog(sources.store(), models, tasks, notices, overlay);
    ModelShelf shelf =
        new ModelShelf(sources.store(), settings, sources.sampleModel(), tasks, Platform::runLater);
    ModelMenu modelMenu = new ModelMenu(models, shelf, settings, dialogs, getModel::show);
    MixFile mixFile =
        new MixFile(
            steering, notices, Clock.systemUTC(), export::show, vector -> kept.add(vector, ""));
    views
        .with(
            ShellController.class,
            () -> new ShellController(shell, settings, notices, dialogs, overlay, pages))
        .with(
            ToolbarController.class,
            () ->
                new ToolbarController(
                    models, modelMenu, vectors, steering, compare, shell, settings, dialogs, pages))
        .with(
            SteeringController.class,
            () ->
                new SteeringController(
                    steering,
                    mixer,
                    mixFile,
                    safe,
                    () -> steering.steering().ifPresent(export::show)));
  }

  private void showFields(UnreadFields unread) {
    overlay.show(
        new FxmlViews()
            .with(FieldsController.class, () -> new FieldsController(unread, prompts, overlay))
            .load(FxmlFile.PROBLEM_FIELDS));
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
