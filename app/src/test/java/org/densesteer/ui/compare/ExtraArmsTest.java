package org.densesteer.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.generation.Arm;
import org.densesteer.steering.Steering;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.ViewModels;
import org.densesteer.ui.common.HandPulses;
import org.densesteer.ui.common.HandTimers;
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
import org.densesteer.ui.trace.ArmViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExtraArmsTest {

  private static final int SLIDER_REST = 250;
  private static final Placebo FLIP = new Placebo(PlaceboKind.FLIP, 0);
  private static final Placebo CONCISE = new Placebo(PlaceboKind.CONCISE, 0);

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

  private List<String> armsOfRun(int run) {
    return engine.requests.get(run).arms().stream().map(Arm::name).toList();
  }

  private Steering steeringOf(int run, int arm) {
    return engine.requests.get(run).arms().get(arm).steerings().get(0);
  }

  @Test
  void placebosAreMoreRowsOfTheSameRun() {
    compare.extras().addDraw(PlaceboKind.RANDOM);
    compare.extras().addDraw(PlaceboKind.RANDOM);
    compare.extras().add(FLIP);
    assertEquals(0, engine.requests.size());
    assertEquals(
        List.of("Baseline", "Steered", "Random 1", "Random 2", "Flipped sign"),
        compare.arms().stream().map(ArmViewModel::name).toList());
    compare.run();
    assertEquals(List.of("baseline", "steered", "random-1", "random-2", "flip"), armsOfRun(0));
    Steering steered = steeringOf(0, 1);
    assertEquals(
        steered.vector().norm(steered.layer()),
        steeringOf(0, 2).vector().norm(steered.layer()),
        1e-4);
    assertNotEquals(steeringOf(0, 2).vector(), steeringOf(0, 3).vector());
    assertEquals(-steered.strength(), steeringOf(0, 4).strength());
    pulses.pulse();
    assertFalse(compare.runningProperty().get());
    assertTrue(compare.arms().get(4).measuresProperty().get().tokens() > 0);
  }

  @Test
  void aPlaceboFollowsTheSliders() {
    compare.extras().add(FLIP);
    compare.run();
    pulses.pulse();
    steering.setStrength(3);
    assertTrue(timers.elapse(SLIDER_REST));
    assertEquals(List.of("steered", "flip"), armsOfRun(1));
    assertEquals(-3, steeringOf(1, 1).strength());
  }

  @Test
  void aPlaceboStandsInForTheWholeMix() {
    new MixerViewModel(steering, vectors, settings).open(Source.SAMPLE_VECTOR);
    steering.setLayer(2);
    compare.extras().add(FLIP);
    compare.run();
    List<Steering> steered = engine.requests.get(0).arms().get(1).steerings();
    List<Steering> flipped = engine.requests.get(0).arms().get(2).steerings();
    assertEquals(2, steered.size());
    assertEquals(
        steered.stream().map(s -> s.layer() + " " + -s.strength()).toList(),
        flipped.stream().map(s -> s.layer() + " " + s.strength()).toList());
  }

  @Test
  void promptOnlyIsARunOfItsOwnThatStaysWhileTheSlidersMove() {
    compare.extras().add(CONCISE);
    compare.run();
    assertEquals(2, engine.requests.size());
    assertEquals(List.of("baseline", "steered"), armsOfRun(0));
    assertEquals(List.of("baseline"), armsOfRun(1));
    pulses.pulse();
    assertFalse(compare.runningProperty().get());
    assertEquals(0, pulses.listeners());
    int tokens = compare.arms().get(2).measuresProperty().get().tokens();
    assertTrue(tokens > 0);
    steering.setStrength(3);
    assertTrue(timers.elapse(SLIDER_REST));
    pulses.pulse();
    assertEquals(3, engine.requests.size());
    assertEquals(tokens, compare.arms().get(2).measuresProperty().get().tokens());
    prompts.questionProperty().set("What is 3 + 0?");
    compare.run();
    assertEquals(5, engine.requests.size());
  }

  @Test
  void anArmThatIsAddedOrTakenAwayLeavesTheBaselineAlone() {
    compare.run();
    pulses.pulse();
    compare.extras().addDraw(PlaceboKind.RANDOM);
    assertEquals(List.of("steered", "random-1"), armsOfRun(1));
    pulses.pulse();
    compare.extras().remove(compare.extras().list().get(0));
    assertEquals(2, compare.arms().size());
    assertEquals(List.of("steered"), armsOfRun(2));
  }

  @Test
  void aPromptOnlyAnswerStaysWhileOtherArmsComeAndGo() {
    compare.extras().add(CONCISE);
    compare.run();
    pulses.pulse();
    compare.extras().addDraw(PlaceboKind.RANDOM);
    assertEquals(3, engine.requests.size());
    assertEquals(List.of("steered", "random-1"), armsOfRun(2));
  }

  @Test
  void aPlaceboSaysNothingBesideAVectorThatDoesNotFit() {
    compare.extras().add(FLIP);
    compare.run();
    pulses.pulse();
    steering.use(new VectorInUse(Source.SAMPLE_VECTOR, Samples.vector(6, 64)));
    compare.run();
    assertEquals(List.of("baseline"), armsOfRun(1));
    assertEquals(0, compare.arms().get(2).response().size());
    assertEquals(List.of(), compare.arms().get(2).steeringsProperty().get());
  }

  @Test
  void thereIsRoomForEight() {
    for (int i = 0; i < 9; i++) {
      compare.extras().addDraw(PlaceboKind.RANDOM);
    }
    assertEquals(8, compare.extras().list().size());
    assertTrue(compare.extras().full());
    assertEquals(
        List.of(2, 3, 4, 5, 6, 7, 8, 9),
        compare.extras().list().stream().map(arm -> arm.pane().colourIndex()).toList());
    compare.extras().remove(compare.extras().list().get(1));
    compare.extras().add(CONCISE);
    assertEquals(3, compare.extras().list().get(7).pane().colourIndex());
  }
}
