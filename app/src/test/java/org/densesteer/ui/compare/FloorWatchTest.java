package org.densesteer.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Objects;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunFloor;
import org.densesteer.steering.Operator;
import org.densesteer.ui.ViewModels;
import org.densesteer.ui.common.HandPulses;
import org.densesteer.ui.common.HandTimers;
import org.junit.jupiter.api.Test;

/** Random directions behind a steered run: when they are asked anew, and when not at all. */
class FloorWatchTest {

  private static final int SLIDER_REST = ScriptedCompare.SLIDER_REST;

  private final ScriptedCompare window = new ScriptedCompare();
  private final ViewModels parts = window.parts;
  private final HandTimers timers = window.timers;
  private final HandPulses pulses = window.pulses;
  private final CompareViewModel compare = window.compare;

  private RunFloor floor() {
    Run run = Objects.requireNonNull(compare.floorProperty().get());
    assertEquals(Objects.requireNonNull(compare.runProperty().get()).id(), run.id());
    return Objects.requireNonNull(run.floor());
  }

  @Test
  void threeDirectionsAnswerAndStandUnderTheSteeredArm() {
    window.run();
    assertEquals(
        List.of(1L, 2L, 3L), floor().answers().stream().map(RunFloor.RandomAnswer::seed).toList());
    assertSame(floor(), compare.arms().get(1).floorProperty().get());
    assertEquals(2, compare.arms().size(), "they are not seen");
    assertEquals(
        floor(), Objects.requireNonNull(compare.arms().get(1).runProperty().get()).floor());
  }

  @Test
  void theyAreAskedAnewWhenThePushIsAnother() {
    window.run();
    RunFloor first = floor();
    compare.extras().addDraw(PlaceboKind.RANDOM);
    compare.extras().list().clear();
    pulses.pulse();
    assertSame(first, floor(), "another arm is no other push");
    parts.steering.setStrength(1.5);
    timers.elapse(SLIDER_REST);
    assertNull(compare.arms().get(1).floorProperty().get());
    pulses.pulse();
    assertNotSame(first, floor());
  }

  @Test
  void switchedOffTheyAreNotAsked() {
    parts.steering.floorProperty().set(false);
    window.run();
    assertNull(compare.floorProperty().get());
    assertNull(compare.arms().get(1).floorProperty().get());
  }

  @Test
  void anAblationAndNoStrengthHaveNone() {
    parts.steering.setStrength(0);
    window.run();
    parts.steering.setStrength(1);
    parts.steering.setOperator(Operator.ABLATE);
    window.run();
    assertNull(compare.floorProperty().get());
  }
}
