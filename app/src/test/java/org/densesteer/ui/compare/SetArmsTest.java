package org.densesteer.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.generation.Arm;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.steering.Steering;
import org.densesteer.ui.Samples;
import org.densesteer.ui.ViewModels;
import org.densesteer.ui.common.HandPulses;
import org.densesteer.ui.common.HandTimers;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.MixerViewModel;
import org.densesteer.ui.steering.SteeringState;
import org.densesteer.ui.steering.VectorInUse;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.Staleness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arms for other settings, pinned runs and fans. */
class SetArmsTest {

  private static final int SLIDER_REST = 250;

  private final ViewModels parts = new ViewModels();
  private final HandTimers timers = new HandTimers();
  private final HandPulses pulses = new HandPulses();
  private CompareViewModel compare;

  @BeforeEach
  void open() {
    compare = compare();
    parts.open();
    parts.steering.take(Objects.requireNonNull(parts.steering.vectorProperty().getValue()), 4, 2);
    timers.elapse(SLIDER_REST);
    pulses.pulse();
    parts.engine.requests.clear();
  }

  private CompareViewModel compare() {
    return new CompareViewModel(
        parts.models,
        parts.prompts,
        parts.steering,
        parts.tasks,
        parts.notices,
        pulses,
        timers,
        Runnable::run);
  }

  private SetArm own(int layer, double strength) {
    SteeringState panel = parts.steering.stateProperty().get();
    return SetArm.of(panel, Objects.requireNonNull(panel.vector()), layer, strength);
  }

  private List<String> titles() {
    return compare.arms().stream().map(ArmViewModel::name).toList();
  }

  private List<Arm> asked(int run) {
    return parts.engine.requests.get(run).arms();
  }

  private Run run() {
    compare.run();
    pulses.pulse();
    return Objects.requireNonNull(compare.runProperty().get());
  }

  @Test
  void anArmKeepsItsSettingsWhileTheSlidersMove() {
    compare.extras().add(own(2, 1.5));
    assertEquals(List.of("Baseline", "Steered", "ℓ 2 · λ +1.50"), titles());
    Run first = run();
    assertEquals("dense-last at layer 2, strength 1.5", first.arms().get(2).name());
    parts.steering.setStrength(3);
    timers.elapse(SLIDER_REST);
    pulses.pulse();
    List<Arm> again = asked(parts.engine.requests.size() - 1);
    assertEquals(List.of("steered", "dense-last at layer 2, strength 1.5"), names(again));
    Steering steering = again.get(1).steerings().get(0);
    assertEquals(2, steering.layer());
    assertEquals(1.5, steering.strength());
    Run second = Objects.requireNonNull(compare.runProperty().get());
    assertEquals(2, second.arms().get(2).steerings().get(0).layer());
    assertEquals(Staleness.NONE, compare.arms().get(2).stalenessProperty().get());
  }

  private static List<String> names(List<Arm> arms) {
    return arms.stream().map(Arm::name).toList();
  }

  @Test
  void theMixBesideTheVectorStays() {
    new MixerViewModel(parts.steering, parts.vectors, parts.settings).open(Source.SAMPLE_VECTOR);
    compare.extras().add(own(2, 1.5));
    compare.run();
    List<Arm> asked = asked(parts.engine.requests.size() - 1);
    assertEquals(2, asked.get(2).steerings().size());
    assertEquals(asked.get(1).steerings().get(1), asked.get(2).steerings().get(1));
  }

  @Test
  void anEditedArmStaysInItsPlaceAndRunsAgain() {
    compare.extras().add(own(2, 1.5));
    compare.extras().addDraw(PlaceboKind.RANDOM);
    run();
    int colour = compare.arms().get(2).colourIndex();
    int runs = parts.engine.requests.size();
    compare.extras().change(compare.extras().list().get(0), own(3, -1));
    assertEquals(List.of("Baseline", "Steered", "ℓ 3 · λ −1.00", "Random 1"), titles());
    assertEquals(colour, compare.arms().get(2).colourIndex());
    assertEquals(runs + 1, parts.engine.requests.size());
    assertEquals(
        List.of("steered", "dense-last at layer 3, strength -1", "random-1"), names(asked(runs)));
  }

  @Test
  void theSameSettingsAreNoSecondArm() {
    compare.extras().add(own(2, 1.5));
    compare.extras().add(own(2, 1.5));
    assertEquals(3, compare.arms().size());
  }

  @Test
  void aPinnedRunStandsBesideNewOnesAndIsNeverRunAgain() {
    Run kept = run();
    int runs = parts.engine.requests.size();
    compare.pin(List.of(kept));
    ArmViewModel pinned = compare.arms().get(2);
    assertEquals(runs, parts.engine.requests.size(), "nothing new has to be answered");
    assertEquals(kept.arms().get(1).answer().text(), pinned.response().text());
    assertEquals(Staleness.PINNED, pinned.stalenessProperty().get());
    parts.steering.setStrength(0.5);
    timers.elapse(SLIDER_REST);
    pulses.pulse();
    assertEquals(List.of("steered"), names(asked(runs)));
    assertEquals(kept.arms().get(1).answer().text(), pinned.response().text());
    Run next = Objects.requireNonNull(compare.runProperty().get());
    assertEquals(List.of("baseline", "steered"), next.arms().stream().map(RunArm::name).toList());
    parts.prompts.questionProperty().set("What is 1 + 1?");
    assertEquals(Staleness.PINNED_OTHER_QUESTION, pinned.stalenessProperty().get());
    compare.run();
    assertEquals(kept.arms().get(1).answer().text(), pinned.response().text());
  }

  @Test
  void aRunOfTheNotebookComesWithItsArms() {
    compare.extras().add(own(2, 1.5));
    Run kept = run();
    compare.extras().remove(compare.extras().list().get(0));
    pulses.pulse();
    int runs = parts.engine.requests.size();
    compare.show(kept);
    assertEquals(List.of("Baseline", "Steered", "ℓ 2 · λ +1.50"), titles());
    assertEquals(Staleness.FROM_NOTEBOOK, compare.arms().get(2).stalenessProperty().get());
    assertEquals(runs, parts.engine.requests.size());
    run();
    assertEquals("dense-last at layer 2, strength 1.5", asked(runs).get(2).name());
  }

  @Test
  void thePanelsTakeUpTheArmsOfARun() {
    compare.extras().add(own(2, 1.5));
    compare.extras().addDraw(PlaceboKind.RANDOM);
    Run kept = run();
    compare.extras().list().clear();
    pulses.pulse();
    compare.extras().add(own(3, 9));
    pulses.pulse();
    compare.pin(List.of(kept));
    int runs = parts.engine.requests.size();
    assertEquals(0, compare.arrangeLike(kept));
    assertEquals(5, compare.arms().size());
    assertTrue(titles().containsAll(List.of("ℓ 2 · λ +1.50", "Random 1")));
    assertFalse(titles().contains("ℓ 3 · λ +9.00"));
    assertEquals(runs, parts.engine.requests.size());
    parts.steering.use(new VectorInUse(Source.vector(Path.of("/other")), Samples.vector(5, 192)));
    assertEquals(1, compare.arrangeLike(kept), "its vector is not the one in use");
  }

  @Test
  void aFanIsOneRunAndOnePickClosesIt() {
    run();
    int runs = parts.engine.requests.size();
    compare.fan().toggle();
    assertEquals(
        List.of(
            "Baseline",
            "Steered",
            "ℓ 4 · λ +1.00",
            "ℓ 4 · λ +1.50",
            "ℓ 4 · λ +2.50",
            "ℓ 4 · λ +3.00"),
        titles());
    assertEquals(runs + 1, parts.engine.requests.size());
    assertEquals(5, asked(runs).size());
    pulses.pulse();
    compare.fan().pick(compare.arms().get(4));
    assertEquals(2.5, parts.steering.stateProperty().get().strength());
    assertEquals(List.of("Baseline", "Steered"), titles());
    assertFalse(compare.fan().openProperty().getValue());
    assertEquals(runs + 2, parts.engine.requests.size());
    assertEquals(2.5, asked(runs + 1).get(0).steerings().get(0).strength());
    assertFalse(timers.elapse(SLIDER_REST), "the pick has run already");
  }

  @Test
  void aFanFromZeroLeavesOutWhatStandsThereAlready() {
    compare.fan().open(FanRange.BOTH_SIDES, 5);
    assertEquals(
        List.of("ℓ 4 · λ −2.00", "ℓ 4 · λ −1.00", "ℓ 4 · λ +1.00"),
        titles().subList(2, titles().size()));
    compare.fan().open(FanRange.UP_TO, 4);
    assertEquals(
        List.of("ℓ 4 · λ +0.50", "ℓ 4 · λ +1.00", "ℓ 4 · λ +1.50"),
        titles().subList(2, titles().size()));
  }

  @Test
  void aFanWithoutRoomIsRefused() {
    for (int i = 0; i < 6; i++) {
      compare.extras().addDraw(PlaceboKind.RANDOM);
    }
    compare.fan().toggle();
    assertEquals(8, compare.arms().size());
    assertTrue(
        Objects.requireNonNull(parts.notices.shownProperty().get())
            .sentence()
            .startsWith("The fan needs 4 panes, and there is room for 2"));
  }

  @Test
  void armsAreRememberedAndTakenUpAgain() {
    Run kept = run();
    new KeptArms(compare.extras(), parts.vectors, (id, taker) -> {}, parts.settings).restore();
    compare.extras().add(own(2, 1.5));
    compare.extras().addDraw(PlaceboKind.RANDOM);
    compare.pin(List.of(kept));
    List<String> before = titles();
    compare = compare();
    new KeptArms(
            compare.extras(),
            parts.vectors,
            (id, taker) -> {
              assertEquals(kept.id(), id);
              taker.accept(kept);
            },
            parts.settings)
        .restore();
    assertEquals(before.size(), titles().size());
    assertTrue(titles().containsAll(before), () -> before + " / " + titles());
  }
}
