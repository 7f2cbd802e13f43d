package org.densesteer.ui.stage;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.densesteer.common.AtomicFiles;
import org.densesteer.notebook.Run;
import org.densesteer.ui.charts.ChartExport;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Pulses;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.copies.RunCopier;
import org.densesteer.ui.figures.FigureSheet;
import org.densesteer.ui.help.Command;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.shell.Presentation;
import org.densesteer.ui.shell.ShellViewModel;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.trace.TraceLink;
import org.jspecify.annotations.Nullable;

/** The parts of the stage. */
public final class StagePage implements Presentation {

  private static final FileKind CSV = new FileKind("CSV table", List.of("*.csv"));

  private final ShellViewModel shell;
  private final PromptViewModel prompts;
  private final SteeringViewModel steering;
  private final CompareViewModel compare;
  private final Settings settings;
  private final FigureSheet figures;
  private final RunCopier copier;
  private final Flashes flashes = new Flashes();
  private final StageDials dials;
  private final StageViewModel stage;
  private final Booth booth;
  private final List<Command> commands;
  private final StageKeys keys;
  private @Nullable Node content;

  /**
   * The stage, with sides drawn by {@link SecureRandom}.
   *
   * @param figures saves charts, and knows where files and messages go
   * @param copier takes runs away as texts
   */
  public StagePage(
      ShellViewModel shell,
      PromptViewModel prompts,
      SteeringViewModel steering,
      CompareViewModel compare,
      Settings settings,
      FigureSheet figures,
      RunCopier copier) {
    this.shell = shell;
    this.prompts = prompts;
    this.steering = steering;
    this.compare = compare;
    this.settings = settings;
    this.figures = figures;
    this.copier = copier;
    BooleanSupplier coin = new SecureRandom()::nextBoolean;
    dials = new StageDials(settings, flashes);
    stage =
        new StageViewModel(
            shell,
            compare,
            prompts,
            settings,
            flashes,
            new BlindRounds(coin, Clock.systemUTC()),
            new Replay(Pulses.OF_WINDOW, System::nanoTime));
    booth = new Booth(RestTimer::onFxThread, this::startAnew);
    booth.minutesProperty().bind(settings.stageProperty().map(saved -> saved.boothMinutes()));
    shell.presentingProperty().subscribe(booth::open);
    commands =
        new StageCommands(shell, compare, stage, dials, this::startAnew, this::export).list();
    keys = new StageKeys(commands);
  }

  /** Goes back to the first problem and what the vector recommends, with names, on stage. */
  public void startAnew() {
    figures.overlay().close();
    steering.reset();
    stage.reset();
  }

  /** Shows a recorded run on stage as it was written; needs no model. */
  public void replay(Run run) {
    if (!shell.presentingProperty().get()) {
      shell.togglePresenting();
    }
    stage.replay(run);
  }

  private void export() {
    String csv = TallyCsv.of(stage.blind().rounds());
    if (stage.blind().rounds().isEmpty()) {
      figures.notices().show(Notice.info("Nobody has voted yet."));
      return;
    }
    figures
        .dialogs()
        .saveFile("Save the votes", "votes.csv", CSV, null)
        .ifPresent(file -> write(file, csv));
  }

  private void write(Path file, String csv) {
    figures
        .tasks()
        .<Path>start(
            "Writing the votes",
            (progress, cancellation) -> {
              AtomicFiles.writeText(file, csv);
              return file;
            },
            written -> figures.notices().show(Notice.info("The votes are in " + written + ".")),
            figures.notices()::fail);
  }

  @Override
  public Node content() {
    if (content == null) {
      content =
          new FxmlViews()
              .with(
                  StageController.class,
                  () ->
                      new StageController(
                          stage,
                          dials,
                          flashes,
                          booth,
                          prompts,
                          steering,
                          compare,
                          settings,
                          new ChartExport(figures),
                          new TraceLink(copier)))
              .load(FxmlFile.STAGE);
    }
    return content;
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  @Override
  public boolean pressed(KeyEvent event) {
    return booth.stir() || keys.press(event);
  }

  @Override
  public boolean escape() {
    return stage.escape();
  }
}
