package org.densesteer.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.densesteer.generation.Arm;
import org.densesteer.generation.RunControls;
import org.densesteer.steering.Steering;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.ViewModels;
import org.densesteer.ui.common.HandPulses;
import org.densesteer.ui.common.HandTimers;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.SameThreadTasks;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.MixerViewModel;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorChoices;
import org.densesteer.ui.steering.VectorInUse;
import org.densesteer.ui.trace.ArmState;
import org.densesteer.ui.trace.GivenAnswer;
import org.densesteer.ui.trace.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {

  private static final int SLIDER_REST = 250;
  private static final int TYPING_REST = 400;

  private final ViewModels parts = new ViewModels();
  private final Settings settings = parts.settings;
  private final SameThreadTasks tasks = parts.tasks;
  private final Notices notices = parts.notices;
  private final ScriptedEngine engine = parts.engine;
  private final ModelViewModel models = parts.models;
  private final SteeringViewModel steering = parts.steering;
  private final VectorChoices vectors = parts.vectors;
  private final PromptViewModel prompts = parts.prompts;
  private final HandTimers timers = new HandTimers();
  private final HandPulses pulses = new HandPulses();
  private CompareViewModel compare;

  @BeforeEach
  void open() {
    compare =
        new CompareViewModel(
            models, prompts, steering, tasks, notices, pulses, timers, Runnable::run);
    parts.open();
  }

  private String sentence() {
    Notice notice = notices.shownProperty().get();
    assertNotNull(notice);
    return notice.sentence();
  }

  private List<String> armsOfRun(int run) {
    return engine.requests.get(run).arms().stream().map(Arm::name).toList();
  }

  @Test
  void runsBothArmsAndEndsWithThePulse() {
    compare.run();
    assertTrue(compare.runningProperty().get());
    assertEquals(List.of("baseline", "steered"), armsOfRun(0));
    assertEquals(1, pulses.listeners());
    pulses.pulse();
    assertFalse(compare.runningProperty().get());
    assertEquals(0, pulses.listeners());
    assertEquals(1, compare.runNumberProperty().get());
    assertEquals(0.18, steering.measuredPushProperty().get(), 1e-9);
    assertEquals(14, steering.scaleProperty().get().hiddenNorm());
  }

  @Test
  void aRestedSliderRunsOnlyTheSteeredArmBesideTheSameBaseline() {
    compare.run();
    pulses.pulse();
    steering.setStrength(1.5);
    steering.setStrength(1.75);
    assertEquals(1, engine.requests.size());
    assertTrue(timers.elapse(SLIDER_REST));
    assertEquals(List.of("steered"), armsOfRun(1));
    assertEquals(1.75, engine.requests.get(1).arms().get(0).steerings().get(0).strength());
    pulses.pulse();
    assertFalse(compare.runningProperty().get());
  }

  @Test
  void anotherQuestionOrSeedRunsBothAgain() {
    compare.run();
    pulses.pulse();
    prompts.next();
    steering.setStrength(1.5);
    timers.elapse(SLIDER_REST);
    assertEquals(List.of("baseline", "steered"), armsOfRun(1));
    pulses.pulse();
    prompts.decoding().sampledProperty().set(true);
    steering.setStrength(1);
    timers.elapse(SLIDER_REST);
    assertEquals(List.of("baseline", "steered"), armsOfRun(2));
    pulses.pulse();
    prompts.decoding().seedProperty().set(5);
    steering.setStrength(2);
    timers.elapse(SLIDER_REST);
    assertEquals(List.of("baseline", "steered"), armsOfRun(3));
  }

  @Test
  void aSampledBaselineIsKeptAsAGreedyOneIs() {
    prompts.decoding().sampledProperty().set(true);
    compare.run();
    pulses.pulse();
    steering.setStrength(1.5);
    timers.elapse(SLIDER_REST);
    assertEquals(List.of("steered"), armsOfRun(1));
    compare.run();
    assertEquals(List.of("baseline", "steered"), armsOfRun(2));
  }

  @Test
  void aRunThatIsLeftLeavesNoPaneWriting() {
    compare.run();
    tasks.hold();
    models.open(Source.model(Path.of("/other")));
    compare.run();
    assertEquals(
        List.of(ArmState.STOPPED, ArmState.STOPPED),
        compare.arms().stream().map(arm -> arm.stateProperty().get()).toList());
  }

  @Test
  void anAnswerIsCheckedAgainstTheProblemThatItWasAskedOf() {
    compare.run();
    prompts.next();
    pulses.pulse();
    GivenAnswer answer = compare.arms().get(0).answerProperty().get();
    assertNotNull(answer);
    assertEquals(Verdict.RIGHT, answer.verdict());
  }

  @Test
  void liveAfterTheSteeredArmEndedRunsItAgain() {
    steering.liveProperty().set(true);
    compare.run();
    pulses.pulse();
    steering.setStrength(0.5);
    assertEquals(
        2, compare.arms().get(1).steeringsProperty().get().get(0).strength(), "it was not asked");
    assertTrue(timers.elapse(SLIDER_REST));
    assertEquals(List.of("steered"), armsOfRun(1));
  }

  @Test
  void aVectorThatDoesNotFitEndsTheSteeredRunUnderWay() {
    compare.run();
    steering.use(new VectorInUse(Source.SAMPLE_VECTOR, Samples.vector(6, 64)));
    timers.elapse(SLIDER_REST);
    assertTrue(engine.controls.get(0).cancellation().isRequested());
    assertFalse(compare.runningProperty().get());
    assertEquals(ArmState.STOPPED, compare.arms().get(0).stateProperty().get());
    assertEquals(ArmState.EMPTY, compare.arms().get(1).stateProperty().get());
    assertEquals(List.of(), compare.arms().get(1).steeringsProperty().get());
  }

  @Test
  void aBaselineThatWasStoppedIsNotKept() {
    compare.run();
    steering.setStrength(1.5);
    timers.elapse(SLIDER_REST);
    assertTrue(engine.controls.get(0).cancellation().isRequested());
    assertEquals(List.of("baseline", "steered"), armsOfRun(1));
  }

  @Test
  void liveSteersTheRunUnderWay() {
    steering.liveProperty().set(true);
    compare.run();
    steering.setStrength(0.5);
    assertFalse(timers.elapse(SLIDER_REST));
    assertEquals(1, engine.requests.size());
    assertEquals(0.5, RunControls.steeringOf(engine.controls.get(0), 1).get(0).strength());
  }

  @Test
  void liveWithoutARunStartsOne() {
    steering.liveProperty().set(true);
    steering.setStrength(0.5);
    assertTrue(timers.elapse(SLIDER_REST));
    assertEquals(1, engine.requests.size());
  }

  @Test
  void stopRaisesTheFlagAndKeepsWhatCame() {
    compare.run();
    compare.stop();
    assertTrue(engine.controls.get(0).cancellation().isRequested());
    pulses.pulse();
    assertFalse(compare.runningProperty().get());
  }

  @Test
  void strengthZeroIsMeasuredAsNotApplied() {
    steering.setStrength(0);
    timers.elapse(SLIDER_REST);
    pulses.pulse();
    assertEquals(0, steering.measuredPushProperty().get());
  }

  @Test
  void anEmptyQuestionHasItsSentence() {
    prompts.questionProperty().set("  \n ");
    compare.run();
    assertEquals(
        "The question is empty; type one or choose a problem, then run again.", sentence());
    assertTrue(engine.requests.isEmpty());
    assertFalse(compare.runningProperty().get());
  }

  @Test
  void variablesGoToTheTemplateAndRunBothAgain() {
    compare.run();
    pulses.pulse();
    prompts.variables().textProperty().set("{\"enable_thinking\": false}");
    steering.setStrength(1.5);
    timers.elapse(SLIDER_REST);
    assertEquals(List.of("baseline", "steered"), armsOfRun(1));
    assertEquals("{\"enable_thinking\":false}", engine.frames.get(1).variables().json());
  }

  @Test
  void variablesThatAreNoObjectHaveTheirSentence() {
    prompts.variables().textProperty().set("[1]");
    compare.run();
    assertEquals(
        "The text under “Template variables” is not a JSON object, such as"
            + " {\"enable_thinking\": false}.",
        sentence());
    assertTrue(engine.requests.isEmpty());
  }

  @Test
  void besideAVectorOfAnotherWidthTheBaselineRunsAlone() {
    steering.use(new VectorInUse(Source.SAMPLE_VECTOR, Samples.vector(6, 64)));
    compare.run();
    assertTrue(sentence().contains("64 wide"), sentence());
    assertTrue(sentence().endsWith("only the baseline runs."), sentence());
    assertEquals(List.of("baseline"), armsOfRun(0));
    pulses.pulse();
    steering.setStrength(1.5);
    timers.elapse(SLIDER_REST);
    assertEquals(1, engine.requests.size());
  }

  @Test
  void aVectorThatDoesNotFitTakesTheAnswersOfTheOneBeforeAway() {
    compare.run();
    pulses.pulse();
    assertEquals(ArmState.COMPLETE, compare.arms().get(1).stateProperty().get());
    steering.use(new VectorInUse(Source.SAMPLE_VECTOR, Samples.vector(6, 64)));
    timers.elapse(SLIDER_REST);
    assertEquals(ArmState.EMPTY, compare.arms().get(1).stateProperty().get());
    assertEquals(ArmState.COMPLETE, compare.arms().get(0).stateProperty().get());
  }

  @Test
  void withoutAModelThereIsASentence() {
    models.close();
    compare.run();
    assertTrue(sentence().startsWith("No model is loaded"), sentence());
  }

  @Test
  void aFailureEndsTheRunWithItsSentence() {
    prompts.questionProperty().set("unspeakable");
    compare.run();
    pulses.pulse();
    assertEquals("The prompt is longer than the 512 positions of the model.", sentence());
    assertFalse(compare.runningProperty().get());
    prompts.questionProperty().set("What is 1 + 1?");
    compare.run();
    assertTrue(compare.runningProperty().get());
    assertEquals(null, notices.shownProperty().get());
  }

  @Test
  void readsThePromptAheadOnceTypingRests() {
    int before = engine.promptsRead.get();
    prompts.questionProperty().set("A");
    prompts.questionProperty().set("An");
    assertTrue(timers.elapse(TYPING_REST));
    assertEquals(before + 1, engine.promptsRead.get());
    assertEquals(14, steering.scaleProperty().get().hiddenNorm());
  }

  @Test
  void anotherModelForgetsTheRun() {
    compare.run();
    models.open(Source.model(Path.of("/other")));
    assertFalse(compare.runningProperty().get());
    assertEquals(0, pulses.listeners());
    assertEquals(List.of(), compare.arms().get(1).steeringsProperty().get());
    assertEquals(ArmState.EMPTY, compare.arms().get(1).stateProperty().get());
  }

  @Test
  void theSteeredArmHasTheWholeMixAndFollowsItLive() {
    MixerViewModel mixer = new MixerViewModel(steering, vectors, settings);
    mixer.open(Source.vector(Path.of("/vectors/other.safetensors")));
    mixer.setLayer(0, 1);
    compare.run();
    List<Steering> applied = engine.requests.get(0).arms().get(1).steerings();
    assertEquals(List.of(5, 1), applied.stream().map(Steering::layer).toList());
    steering.liveProperty().set(true);
    mixer.setStrength(0, 9);
    assertEquals(
        List.of(2.0, 9.0),
        RunControls.steeringOf(engine.controls.get(0), 1).stream()
            .map(Steering::strength)
            .toList());
  }
}
