package org.densesteer.ui.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Steering;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.ViewModels;
import org.densesteer.ui.common.HandPulses;
import org.densesteer.ui.common.HandTimers;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.common.ScriptedDialogs;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.figures.FigureSheet;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.MixerViewModel;
import org.densesteer.ui.steering.Recommendation;
import org.densesteer.ui.steering.SteeringState;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorChoices;
import org.densesteer.ui.steering.VectorInUse;
import org.densesteer.ui.steering.Where;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepViewModelTest {

  @TempDir Path sweeps;

  private final ViewModels parts = new ViewModels();
  private final Settings settings = parts.settings;
  private final SameThreadTasks tasks = parts.tasks;
  private final Notices notices = parts.notices;
  private final ScriptedEngine engine = parts.engine;
  private final ModelViewModel models = parts.models;
  private final SteeringViewModel steering = parts.steering;
  private final VectorChoices vectors = parts.vectors;
  private final PromptViewModel prompts = parts.prompts;
  private final HandPulses pulses = new HandPulses();
  private long now;
  private SweepForm form;
  private SweptVectors swept;
  private SweepViewModel sweep;

  @BeforeEach
  void open() {
    form = new SweepForm(models, prompts, steering);
    swept =
        new SweptVectors(
            steering,
            source -> {
              throw new AssertionError("the vector is in use");
            },
            tasks,
            notices);
    sweep =
        new SweepViewModel(
            form,
            models,
            swept,
            Source::model,
            sweeps,
            tasks,
            notices,
            pulses,
            () -> now += 1_000_000_000);
    parts.open();
  }

  private static final Overlay NO_OVERLAY =
      new Overlay() {
        @Override
        public void show(Node content) {
          throw new AssertionError("nothing is drawn here");
        }

        @Override
        public void close() {}
      };

  private void small() {
    form.layersProperty().set("1,3");
    form.strengthsProperty().set("0:2:1");
    form.limitProperty().set(6);
  }

  private String sentence() {
    Notice notice = notices.shownProperty().get();
    assertNotNull(notice);
    return notice.sentence();
  }

  private HeatPicture picture() {
    HeatPicture picture = sweep.pictureProperty().get();
    assertNotNull(picture);
    return picture;
  }

  @Test
  void theFormSaysThatAMixIsNotSwept() {
    assertEquals("", form.leftOutProperty().get());
    MixerViewModel mixer = new MixerViewModel(steering, vectors, settings);
    mixer.open(Source.SAMPLE_VECTOR);
    String sentence = form.leftOutProperty().get();
    assertTrue(sentence.startsWith("A sweep varies "), sentence);
    assertTrue(sentence.endsWith("the vector beside it in the mix does not take part."), sentence);
    mixer.open(Source.SAMPLE_VECTOR);
    assertTrue(form.leftOutProperty().get().contains("the 2 vectors beside it in the mix do not"));
    mixer.setOn(0, false);
    mixer.setOn(1, false);
    assertEquals("", form.leftOutProperty().get());
  }

  @Test
  void theFormProposesWhatModelAndVectorShare() {
    assertEquals("0-5", form.layersProperty().get());
    assertEquals("-4:4:1", form.strengthsProperty().get());
    assertEquals(
        "6 layers × 9 strengths = 54 cells, on 50 problems; the choice is reported on 50 more",
        form.summaryProperty().getValue());
    assertTrue(form.completeProperty().get());
  }

  @Test
  void nonsenseIsSaidWhereItIsTyped() {
    form.layersProperty().set("5-2");
    assertFalse(form.completeProperty().get());
    assertEquals("", form.summaryProperty().getValue());
    assertTrue(form.layersFlawProperty().get().contains("backwards"));
    assertEquals("", form.strengthsFlawProperty().get());
    assertEquals(0, form.answersProperty().getValue());
    form.layersProperty().set("2");
    form.placebosProperty().set("sugar");
    assertFalse(form.completeProperty().get());
    assertTrue(form.placebosFlawProperty().get().startsWith("“sugar” is not a placebo"));
    form.placebosProperty().set("");
    assertTrue(form.completeProperty().get());
  }

  @Test
  void aSweepEndsWithItsPictureAndItsFiles() {
    small();
    sweep.run();
    assertEquals(SweepState.FINISHED, sweep.stateProperty().get());
    assertEquals(0, pulses.listeners());
    assertEquals(List.of("0", "1", "2"), picture().strengths());
    assertEquals(List.of(3, 1), picture().rows().stream().map(HeatPicture.Row::layer).toList());
    HeatPicture.Cell plain = picture().rows().get(0).cells().get(0);
    HeatPicture.Cell pushed = picture().rows().get(0).cells().get(2);
    assertEquals(picture().baseline(), plain.value());
    assertTrue(pushed.value() > plain.value(), "the dense script is denser");
    assertTrue(sweep.describe(pushed).contains("against the baseline"), sweep.describe(pushed));
    assertTrue(sweep.describe(plain).contains("the baseline itself"), sweep.describe(plain));
    assertEquals(3, sweep.problems(pushed).size());
    assertTrue(sweep.progressTextProperty().get().startsWith("Chosen: layer"));
    assertNotNull(sweep.resultsProperty().get());
    assertTrue(Files.exists(sweep.shown().folder().cellsFile()));
  }

  @Test
  void anotherMeasureIsAnotherPicture() {
    small();
    sweep.run();
    double density = picture().baseline();
    sweep.measureProperty().set(Measure.STEPS);
    assertEquals(Measure.STEPS, picture().measure());
    assertEquals(8, picture().baseline());
    sweep.measureProperty().set(Measure.DENSITY);
    assertEquals(density, picture().baseline());
  }

  @Test
  void theSameWishFindsItsAnswersAgain() throws IOException {
    small();
    sweep.run();
    byte[] journal = Files.readAllBytes(sweep.shown().folder().answersFile());
    sweep.run();
    assertEquals(SweepState.FINISHED, sweep.stateProperty().get());
    assertEquals(
        new String(journal, StandardCharsets.UTF_8),
        Files.readString(sweep.shown().folder().answersFile()));
    form.seedProperty().set(9);
    sweep.run();
    try (Stream<Path> folders = Files.list(sweeps)) {
      assertEquals(2, folders.count());
    }
  }

  @Test
  void nothingCanBePausedOrStoppedBeforeItRuns() {
    sweep.pause();
    sweep.stop();
    assertEquals(SweepState.EMPTY, sweep.stateProperty().get());
    assertNull(sweep.pictureProperty().get());
    assertEquals(List.of(), tasks.titles.stream().filter(t -> t.startsWith("Sweep")).toList());
  }

  @Test
  void aJobUnderWayIsNotStartedTwice() {
    small();
    tasks.hold();
    sweep.run();
    sweep.run();
    assertEquals(SweepState.RUNNING, sweep.stateProperty().get());
    assertEquals(1, tasks.titles.stream().filter(t -> t.startsWith("Sweep")).count());
    pulses.pulse();
    assertTrue(Double.isNaN(picture().baseline()));
    assertEquals("–", picture().rows().get(0).cells().get(0).shown());
    tasks.release();
    assertEquals(SweepState.FINISHED, sweep.stateProperty().get());
  }

  @Test
  void aLayerThatTheVectorLacksIsRefusedWithASentence() {
    small();
    form.layersProperty().set("7");
    sweep.run();
    assertTrue(sentence().contains("layer 7"), sentence());
    assertEquals(SweepState.EMPTY, sweep.stateProperty().get());
  }

  @Test
  void aCellGoesToTheSlidersAndItsProblemToCompare() {
    small();
    sweep.run();
    List<String> shown = new ArrayList<>();
    CompareViewModel compare =
        new CompareViewModel(
            models, prompts, steering, tasks, notices, pulses, new HandTimers(), Runnable::run);
    SweepActions actions =
        new SweepActions(prompts, steering, swept, compare, notices, () -> shown.add("compare"));
    HeatPicture.Cell cell = picture().rows().get(1).cells().get(1);
    ProblemLine line = sweep.problems(cell).get(1);
    actions.open(sweep.shown(), cell, line.problem());
    assertEquals(1, steering.stateProperty().get().layer());
    assertEquals(1, steering.stateProperty().get().strength());
    assertEquals(line.problem(), prompts.problem().orElseThrow());
    assertEquals(List.of("compare"), shown);
    assertEquals(1, engine.requests.size());
  }

  @Test
  void aCellRunsAsItWasSweptAndThatIsUndone() {
    small();
    sweep.run();
    steering.setOperator(Operator.ABLATE);
    steering.setWhere(Where.RESPONSE_ONLY, 1);
    MixerViewModel mixer = new MixerViewModel(steering, vectors, settings);
    mixer.open(Source.SAMPLE_VECTOR);
    prompts.decoding().sampledProperty().set(true);
    prompts.decoding().maxTokensProperty().set(3);
    prompts.systemProperty().set("Be brief.");
    prompts.variables().textProperty().set("{\"a\": ");
    SteeringState before = steering.stateProperty().get();
    CompareViewModel compare =
        new CompareViewModel(
            models, prompts, steering, tasks, notices, pulses, new HandTimers(), Runnable::run);
    SweepActions actions = new SweepActions(prompts, steering, swept, compare, notices, () -> {});
    HeatPicture.Cell cell = picture().rows().get(1).cells().get(1);
    actions.open(sweep.shown(), cell, sweep.problems(cell).get(0).problem());
    Steering only = Steering.everywhere(steering.stateProperty().get().vector().vector(), 1, 1);
    assertEquals(List.of(only), steering.steerings());
    assertEquals(
        List.of(only), engine.requests.get(engine.requests.size() - 1).arms().get(1).steerings());
    assertFalse(prompts.decoding().sampledProperty().get());
    assertEquals(
        sweep.shown().plan().decoding().maxNewTokens(),
        prompts.decoding().maxTokensProperty().get());
    assertNull(prompts.systemTurn());
    assertTrue(sentence().contains("the mix is switched off (dense-"), sentence());
    assertTrue(sentence().contains("decoding is greedy"), sentence());
    assertTrue(sentence().contains("the system turn is the sweep’s"), sentence());
    assertTrue(sentence().contains("the template variables are the sweep’s"), sentence());
    assertEquals("", prompts.variables().textProperty().get());
    offer().action().run();
    assertEquals(before, steering.stateProperty().get());
    assertTrue(prompts.decoding().sampledProperty().get());
    assertEquals(3, prompts.decoding().maxTokensProperty().get());
    assertEquals("Be brief.", prompts.systemTurn());
    assertEquals("{\"a\": ", prompts.variables().textProperty().get());
  }

  @Test
  void aCellThatRunsAsThePanelStandsSaysNothing() {
    small();
    sweep.run();
    notices.dismiss();
    CompareViewModel compare =
        new CompareViewModel(
            models, prompts, steering, tasks, notices, pulses, new HandTimers(), Runnable::run);
    SweepActions actions = new SweepActions(prompts, steering, swept, compare, notices, () -> {});
    actions.use(sweep.shown(), picture().rows().get(1).cells().get(1));
    assertNull(notices.shownProperty().get());
  }

  @Test
  void theStrengthsFollowTheHiddenStatesOnceTheyAreMeasured() {
    VectorInUse inUse = steering.vectorProperty().getValue();
    double norm = inUse.vector().norm(Recommendation.of(inUse.vector()).layer());
    double[] norms = new double[6];
    Arrays.fill(norms, 130 * norm);
    steering.hiddenNormsProperty().set(norms);
    assertEquals("-120:120:30", form.strengthsProperty().get());
    Arrays.fill(norms, 5 * norm);
    steering.hiddenNormsProperty().set(norms.clone());
    assertEquals("-120:120:30", form.strengthsProperty().get());
  }

  @Test
  void typedStrengthsStay() {
    form.strengthsProperty().set("1, 2");
    double[] norms = new double[6];
    Arrays.fill(norms, 100);
    steering.hiddenNormsProperty().set(norms);
    assertEquals("1, 2", form.strengthsProperty().get());
  }

  private Notice.Offer offer() {
    Notice notice = notices.shownProperty().get();
    assertNotNull(notice);
    assertNotNull(notice.offer());
    return notice.offer();
  }

  @Test
  void theReportIsOneFile() throws IOException {
    small();
    ScriptedDialogs dialogs = new ScriptedDialogs();
    List<Path> opened = new ArrayList<>();
    SweepExport export =
        new SweepExport(
            sweep,
            dialogs,
            file -> opened.add(file),
            tasks,
            notices,
            new FigureSheet(settings, tasks, notices, dialogs, NO_OVERLAY));
    dialogs.answer = sweeps.resolve("mine.html");
    export.report();
    assertFalse(Files.exists(dialogs.answer), "nothing to report yet");
    sweep.run();
    export.report();
    assertTrue(Files.readString(dialogs.answer).contains("--strengths=0,1,2"));
    assertEquals("Wrote " + dialogs.answer + ".", sentence());
    assertEquals(List.of(), opened);
    offer().action().run();
    assertEquals(List.of(dialogs.answer), opened);
    dialogs.answer = sweeps.resolve("mine.csv");
    export.csv();
    List<String> lines = Files.readAllLines(dialogs.answer);
    assertEquals(2 + 7, lines.size());
    assertTrue(lines.get(1).startsWith("# settings: {\"exported_by\":\"densesteer "), lines.get(1));
    assertTrue(lines.get(1).contains("\"strengths\":[0.0,1.0,2.0]"), lines.get(1));
    dialogs.answer = sweeps.resolve("mine.json");
    export.json();
    assertTrue(Files.readString(dialogs.answer).contains("\"vector_name\""));
    dialogs.answer = sweeps.resolve("mine.tex");
    export.latex();
    assertEquals("sweep.tex", dialogs.suggested);
    assertTrue(Files.readString(dialogs.answer).contains("\\toprule"));
    dialogs.answer = sweeps.resolve("mine.md");
    export.markdown();
    assertTrue(Files.readString(dialogs.answer).contains("| layer | λ | accuracy |"));
    assertTrue(sentence().startsWith("Wrote"), sentence());
  }
}
