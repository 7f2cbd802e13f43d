package org.densesteer.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.model.checkpoint.GenerationDefaults;
import org.densesteer.notebook.Notebook;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.common.BackgroundTasks;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.common.Pages;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.common.UndoOrder;
import org.densesteer.ui.compare.ComparePage;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.copies.RunCopier;
import org.densesteer.ui.copies.VectorsSeen;
import org.densesteer.ui.download.GetModelDialog;
import org.densesteer.ui.export.ExportDialog;
import org.densesteer.ui.extract.ExtractPage;
import org.densesteer.ui.figures.FigureSheet;
import org.densesteer.ui.glance.GlanceMenu;
import org.densesteer.ui.model.ModelShelf;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.notebook.NotebookPage;
import org.densesteer.ui.notebook.NotebookViewModel;
import org.densesteer.ui.notebook.RecentRuns;
import org.densesteer.ui.notebook.RunPanels;
import org.densesteer.ui.probe.ProbeDialog;
import org.densesteer.ui.prompt.FieldsController;
import org.densesteer.ui.prompt.MyQuestions;
import org.densesteer.ui.prompt.PromptHistory;
import org.densesteer.ui.prompt.PromptPanel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.prompt.UnreadFields;
import org.densesteer.ui.session.BundleExport;
import org.densesteer.ui.session.SessionDesk;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.shell.LeaveGuard;
import org.densesteer.ui.shell.ModalOverlay;
import org.densesteer.ui.shell.Shell;
import org.densesteer.ui.shell.ShellViewModel;
import org.densesteer.ui.stage.StagePage;
import org.densesteer.ui.status.StatusLine;
import org.densesteer.ui.steering.SteeringPanel;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.sweep.SweepPage;
import org.densesteer.ui.sweep.SweepViewModel;
import org.densesteer.ui.vectors.LibraryViewModel;
import org.densesteer.ui.vectors.VectorsPage;

/** The window's view models and controllers, each given what it needs. */
final class WorkbenchParts {

  private final Settings settings;
  private final ModelViewModel models;
  private final MyQuestions mine;
  private final PromptViewModel prompts;
  private final SteeringPanel panel;
  private final CompareViewModel compare;
  private final StagePage stage;
  private final Shell shell;
  private final SweepViewModel sweep;
  private final LibraryViewModel kept;
  private final ExtractPage extract;
  private final NotebookViewModel notebook;
  private final SessionDesk session;
  private final DroppedFiles drop;
  private final FxmlViews views = new FxmlViews();
  private final ModalOverlay overlay = new ModalOverlay();

  WorkbenchParts(
      Settings settings,
      Notices notices,
      BackgroundTasks tasks,
      DialogService dialogs,
      WorkbenchSources sources) {
    this.settings = settings;
    Pages pages = new Pages();
    models = new ModelViewModel(sources.opener(), sources.sampleModel(), tasks, notices, settings);
    mine = new MyQuestions(sources.questions(), tasks::quietly, Platform::runLater, notices);
    Function<Source, ProblemSet> problems =
        source ->
            source.equals(mine.source()) ? mine.problems() : sources.problemReader().apply(source);
    prompts = new PromptViewModel(problems, tasks, notices, settings);
    prompts.own(mine.source());
    models
        .engineProperty()
        .map(engine -> engine.info().generation())
        .orElse(GenerationDefaults.NONE)
        .subscribe(prompts.decoding().checkpointProperty()::set);
    panel =
        SteeringPanel.of(
            models,
            prompts,
            sources.vectorReader(),
            sources.sweeps(),
            sources.laid(),
            tasks,
            notices,
            settings);
    SteeringViewModel steering = panel.steering();
    FigureSheet figures = new FigureSheet(settings, tasks, notices, dialogs, overlay);
    UndoOrder undo = new UndoOrder();
    steering.join(undo);
    new PromptHistory(prompts, undo, RestTimer::onFxThread, Platform::runLater);
    Notebook runs =
        new Notebook(
            sources.notebook(),
            Clock.systemUTC(),
            NotebookViewModel.teller(notices, Platform::runLater));
    notebook = new NotebookViewModel(runs, tasks::quietly, Platform::runLater, notices);
    RunCopier copier = new RunCopier(notices, new VectorsSeen(steering));
    compare =
        new ComparePage(
                models,
                prompts,
                steering,
                settings,
                tasks,
                notices,
                figures,
                copier,
                panel.vectors(),
                new RecentRuns(notebook),
                overlay)
            .introduce(views);
    Fx.follow(compare.runProperty(), notebook::keep);
    Fx.follow(compare.floorProperty(), notebook::keepFloor);
    prompts
        .unreadProperty()
        .subscribe(
            unread -> {
              if (unread != null) {
                showFields(unread);
              }
            });
    GetModelDialog getModel = new GetModelDialog(sources.store(), models, tasks, notices, overlay);
    GlanceMenu closer =
        new GlanceMenu(models, prompts, steering, compare, tasks, notices, figures, overlay);
    closer.introduce(views);
    ShellViewModel frame = new ShellViewModel(settings);
    stage = new StagePage(frame, prompts, steering, compare, settings, figures, copier);
    session =
        new SessionDesk(
            models,
            prompts,
            panel,
            compare,
            frame.pageProperty(),
            runs,
            notebook,
            sources.vectorReader(),
            sources.sessions(),
            sources.laid(),
            this::keep,
            settings,
            tasks,
            notices,
            dialogs,
            overlay);
    shell =
        new Shell(
            frame,
            models,
            panel,
            compare,
            settings,
            overlay,
            pages,
            getModel::show,
            session,
            copier,
            stage,
            closer.commands());
    sweep =
        new SweepPage(
                models,
                prompts,
                steering,
                sources.vectorReader(),
                sources::checkpoint,
                panel.safe(),
                compare,
                settings,
                tasks,
                notices,
                dialogs,
                figures)
            .introduce(views, pages, shell.viewModel(), sources.sweeps());
    ExportDialog export =
        new ExportDialog(
            models,
            tasks,
            notices,
            dialogs,
            overlay,
            new BundleExport(models, runs, notebook, sources.sweeps(), tasks, notices, dialogs)
                ::export);
    VectorsPage.Parts vectors =
        new VectorsPage(models, panel, tasks, notices)
            .introduce(views, pages, sources.library(), dialogs, overlay, export::show);
    kept = vectors.library();
    drop =
        new DroppedFiles(
            session::open,
            file -> {
              if (frame.pageProperty().get() != Page.SWEEP) {
                frame.pageProperty().set(Page.COMPARE);
              }
              prompts.open(Source.problems(file));
            },
            files -> {
              frame.pageProperty().set(Page.VECTORS);
              vectors.imports().accept(files);
            },
            notices,
            tasks::quietly,
            Platform::runLater);
    extract =
        new ExtractPage(
            models,
            prompts,
            panel.vectors(),
            problems,
            sources.opener(),
            sources.keeper(),
            sources.pairs(),
            tasks,
            notices,
            dialogs);
    extract.introduce(views, pages);
    ProbeDialog probe =
        new ProbeDialog(
            models,
            prompts,
            steering,
            extract::pairs,
            extract::template,
            sources.keeper(),
            tasks,
            notices,
            dialogs,
            overlay);
    new NotebookPage(
            notebook,
            run -> {
              compare.show(run);
              shell.viewModel().pageProperty().set(Page.COMPARE);
            },
            others -> {
              compare.pin(others);
              shell.viewModel().pageProperty().set(Page.COMPARE);
            },
            stage::replay,
            new RunPanels(models, prompts, steering, compare::arrangeLike, notices),
            copier,
            overlay,
            frame.drawer(),
            compare.arms().get(1).runProperty(),
            () -> frame.pageProperty().set(Page.NOTEBOOK))
        .introduce(views, pages);
    ModelShelf shelf =
        new ModelShelf(sources.store(), settings, sources.sampleModel(), tasks, Platform::runLater);
    shell.introduce(views, shelf, notices, dialogs);
    panel.introduce(views, notices, export::show, vector -> kept.add(vector, ""), probe::show);
    PromptPanel.introduce(views, prompts, mine, dialogs, overlay);
    StatusLine.introduce(views, compare, prompts, tasks, notices, dialogs, settings);
  }

  private void keep(SteeringVector vector) {
    kept.add(vector, "");
  }

  private void showFields(UnreadFields unread) {
    overlay.show(
        new FxmlViews()
            .with(FieldsController.class, () -> new FieldsController(unread, prompts, overlay))
            .load(FxmlFile.PROBLEM_FIELDS));
  }

  Parent root() {
    Parent root = views.load(FxmlFile.SHELL);
    drop.install(root);
    return root;
  }

  /** Opens what was open last, in the background. */
  void restore(boolean bringBack) {
    session.begin(bringBack);
    mine.refresh();
    prompts.restore();
    panel.restore();
    kept.refresh();
    notebook.refresh();
    models.restore();
    extract.restore();
  }

  Settings settings() {
    return settings;
  }

  /** Gives the window's scene its looks and its keys. */
  void dress(Scene scene) {
    shell.dress(scene);
  }

  /** Asks before a person closes the window while something is under way. */
  void guard(Stage stage) {
    ObservableValue<String> sweeping = sweep.unfinishedProperty();
    ObservableValue<String> extracting = extract.unfinishedProperty();
    ObservableValue<String> unsaved = session.unsavedProperty();
    LeaveGuard.install(
        stage,
        Bindings.createStringBinding(
            () ->
                Stream.of(sweeping, extracting, unsaved)
                    .map(ObservableValue::getValue)
                    .filter(sentence -> !sentence.isEmpty())
                    .collect(Collectors.joining(" ")),
            sweeping,
            extracting,
            unsaved),
        overlay);
  }

  /** Shows a newcomer what is where. */
  void tour() {
    shell.help().tour();
  }

  StagePage stage() {
    return stage;
  }

  /** Takes files as if they were dropped on the window. */
  void take(List<Path> files) {
    drop.take(files);
  }

  SessionDesk session() {
    return session;
  }

  ShellViewModel shell() {
    return shell.viewModel();
  }

  ModelViewModel models() {
    return models;
  }

  CompareViewModel compare() {
    return compare;
  }

  SteeringViewModel steering() {
    return panel.steering();
  }

  /** Writes what is not yet kept; whether everything is now. */
  boolean flush() {
    return extract.flush() & notebook.flush();
  }

  /** Stops what runs and frees the model. */
  void close() {
    compare.end();
    sweep.stop();
    if (notebook.flush()) {
      session.end();
    }
    extract.close();
    models.close();
  }
}
