package org.densesteer.ui.stage;

import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densesteer.common.Texts;
import org.densesteer.ui.charts.ChartChoice;
import org.densesteer.ui.charts.ChartExport;
import org.densesteer.ui.charts.SoleChart;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.SavedStage;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.steering.SteeringState;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.trace.TraceLink;
import org.jspecify.annotations.Nullable;

/** The stage: question, answers and one chart, as large as the window allows. */
final class StageController {

  /** Text of the answers beside that of their heads. */
  private static final double ANSWER = 1.2;

  private static final double QUESTION = 1.5;
  private static final double QUESTION_SHARE = 0.26;
  private static final double CHART_SHARE = 0.27;

  private final StageViewModel stage;
  private final StageDials dials;
  private final Flashes flashes;
  private final Booth booth;
  private final PromptViewModel prompts;
  private final SteeringViewModel steering;
  private final CompareViewModel compare;
  private final Settings settings;
  private final ChartExport export;
  private final TraceLink link;

  @FXML private StackPane root;
  @FXML private Label place;
  @FXML private Label mode;
  @FXML private Label pace;
  @FXML private Label question;
  @FXML private VBox named;
  @FXML private HBox panes;
  @FXML private HBox blindPanes;
  @FXML private Label awaited;
  @FXML private VBox verdict;
  @FXML private StackPane charts;
  @FXML private Label readout;
  @FXML private Label countdown;
  private NamedPanes answers;

  StageController(
      StageViewModel stage,
      StageDials dials,
      Flashes flashes,
      Booth booth,
      PromptViewModel prompts,
      SteeringViewModel steering,
      CompareViewModel compare,
      Settings settings,
      ChartExport export,
      TraceLink link) {
    this.stage = stage;
    this.dials = dials;
    this.flashes = flashes;
    this.booth = booth;
    this.prompts = prompts;
    this.steering = steering;
    this.compare = compare;
    this.settings = settings;
    this.export = export;
    this.link = link;
  }

  @FXML
  private void initialize() {
    new StageScale(root, settings);
    initializeCaptions();
    initializeAnswers();
    initializeChart();
    initializeReadout();
    Stirring.follow(root, booth);
  }

  private void initializeCaptions() {
    question.textProperty().bind(stage.question());
    question.maxHeightProperty().bind(root.heightProperty().multiply(QUESTION_SHARE));
    place
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::placeWords,
                stage.sceneProperty(),
                prompts.indexProperty(),
                prompts.problemsProperty(),
                prompts.questionProperty()));
    Fx.visible(place, place.textProperty().isNotEmpty());
    mode.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::modeWords,
                stage.sceneProperty(),
                stage.blind().roundProperty(),
                stage.replay().runProperty(),
                stage.replay().speedProperty(),
                stage.replay().pausedProperty()));
    StageSpeed speed = new StageSpeed(stage.panes());
    pace.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    StageWords.pace(
                        dials.savedProperty().get(), speed.tokensPerSecondProperty().get()),
                dials.savedProperty(),
                speed.tokensPerSecondProperty()));
    countdown
        .textProperty()
        .bind(
            booth
                .leftProperty()
                .map(s -> "Back to the start in " + s + " s · press any key to stay"));
    countdown.visibleProperty().bind(booth.leftProperty().greaterThan(0));
  }

  private String placeWords() {
    boolean own = stage.sceneProperty().get() != StageScene.REPLAY && prompts.problem().isPresent();
    var set = prompts.problemsProperty().get();
    return own && set != null
        ? Texts.of("Problem %d of %d", prompts.indexProperty().get() + 1, set.size())
        : "";
  }

  private String modeWords() {
    BlindRound round = stage.blind().roundProperty().get();
    return switch (stage.sceneProperty().get()) {
      case LIVE -> "";
      case AWAITED -> "Blind";
      case BLIND -> round == null ? "" : StageWords.blind(round);
      case REVEALED -> "Revealed";
      case REPLAY -> StageWords.replay(stage.replay());
    };
  }

  private void initializeAnswers() {
    answers = new NamedPanes(stage.panes(), named, panes, root, link);
    stage.stepProperty().subscribe((before, now) -> scroll(before.intValue(), now.intValue()));
    stage.sceneProperty().subscribe(this::showScene);
    stage.blind().roundProperty().subscribe((before, now) -> showRound(before, now));
    dials.savedProperty().map(SavedStage::textZoom).subscribe(this::zoom);
    ObservableValue<String> waiting =
        compare
            .runningProperty()
            .map(
                running ->
                    running
                        ? "Two answers are being written."
                        : "The answers of the next run come without names.");
    awaited.textProperty().bind(waiting);
  }

  private void zoom(double factor) {
    question.setStyle(Texts.of("-fx-font-size: %.2fem;", QUESTION * factor));
    answers.zoomText(ANSWER * factor);
    blindPanes.getChildren().forEach(pane -> ((BlindPane) pane).zoomText(ANSWER * factor));
  }

  private void scroll(int before, int now) {
    if (now > 0) {
      link.showStep(now);
    }
    blindPanes
        .getChildren()
        .forEach(pane -> ((BlindPane) pane).scroll(now > before ? 0.25 : -0.25));
  }

  private void showScene(StageScene now) {
    Fx.visible(named, hasNames(now));
    Fx.visible(blindPanes, now == StageScene.BLIND);
    Fx.visible(awaited, now == StageScene.AWAITED);
    Fx.visible(verdict, now == StageScene.REVEALED);
    readout.setVisible(false);
    BlindRound round = stage.blind().roundProperty().get();
    verdict.getChildren().clear();
    if (now == StageScene.REVEALED && round != null) {
      verdict.getChildren().add(line(StageWords.shares(round), "shares"));
      stage
          .blind()
          .tallies()
          .forEach(each -> verdict.getChildren().add(line(each.words(), "tally")));
    }
    showChart();
  }

  private static boolean hasNames(StageScene scene) {
    return scene != StageScene.AWAITED && scene != StageScene.BLIND;
  }

  private static Label line(String words, String styleClass) {
    Label line = new Label(words);
    line.setWrapText(true);
    line.setMinHeight(Region.USE_PREF_SIZE);
    line.getStyleClass().add(styleClass);
    return line;
  }

  private void showRound(@Nullable BlindRound before, @Nullable BlindRound now) {
    if (now == null) {
      blindPanes.getChildren().clear();
    } else if (before == null || before.run() != now.run()) {
      List<BlindPane> both =
          Stream.of(0, 1)
              .map(
                  at ->
                      new BlindPane(
                          RevealedArms.letter(at), now.run().arms().get(at).answer().text()))
              .toList();
      both.forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
      blindPanes.getChildren().setAll(both);
      zoom(dials.savedProperty().get().textZoom());
    }
  }

  private void initializeChart() {
    SoleChart chart = new SoleChart(stage.panes(), link, export);
    charts.getChildren().setAll(chart);
    charts.prefHeightProperty().bind(root.heightProperty().multiply(CHART_SHARE));
    charts.minHeightProperty().bind(charts.prefHeightProperty());
    dials.chartProperty().subscribe(chart::show);
    dials.chartProperty().subscribe(choice -> showChart());
  }

  /** Figures would tell which answer is whose. */
  private void showChart() {
    StageScene now = stage.sceneProperty().get();
    Fx.visible(charts, hasNames(now) && dials.chartProperty().get() != ChartChoice.NONE);
  }

  private void initializeReadout() {
    Readout words = new Readout(readout);
    steering
        .stateProperty()
        .subscribe(
            (before, now) -> {
              if (moved(before, now) && named.isVisible()) {
                Fx.styled(readout, "words", false);
                words.say(SteeringReadout.of(now));
              }
            });
    flashes
        .lastProperty()
        .subscribe(
            (before, now) -> {
              Fx.styled(readout, "words", true);
              words.say(now.words());
            });
    root.sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                // Not seen again later.
                Platform.runLater(words::hide);
              }
            });
  }

  private static boolean moved(@Nullable SteeringState before, SteeringState now) {
    return before != null
        && (before.layer() != now.layer()
            || before.strength() != now.strength()
            || before.operator() != now.operator());
  }
}
