package org.densesteer.ui.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.densesteer.notebook.Run;
import org.densesteer.notebook.Runs;
import org.densesteer.ui.common.HandPulses;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.Staleness;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private final HandPulses pulses = new HandPulses();
  private final Run run = Runs.full();
  private long nanos;
  private final Replay replay = new Replay(pulses, () -> nanos);

  private void pass(double milliseconds) {
    nanos += (long) (milliseconds * 1e6);
    pulses.pulse();
  }

  private ArmViewModel pane(int arm) {
    return replay.panes().get(arm);
  }

  @Test
  void everyArmIsShownAtItsTimesAndEndsAsItWasRecorded() {
    replay.begin(run);
    assertEquals(Staleness.REPLAY, pane(1).stalenessProperty().get());
    // Tokens of these runs were known at 10.5, 21 and 31.5 ms.
    pass(11);
    assertEquals("It is\n\n", pane(1).response().text());
    assertEquals("<think>2+3", pane(0).response().text());
    assertNull(pane(1).recordedProperty().get());
    assertTrue(pane(1).changesProperty().get().isEmpty());
    pass(11);
    assertEquals(1, pane(1).changesProperty().get().size());
    assertEquals(1000 / 10.5, pane(1).tokensPerSecondProperty().get(), 1e-9);
    pass(11);
    assertEquals(run.arms().get(1), pane(1).recordedProperty().get());
    assertEquals(run.arms().get(1).changes(), pane(1).changesProperty().get());
    assertEquals(run.arms().get(1).figures().measures().answer(), pane(1).measuresProperty().get());
    assertEquals(33.3, pane(1).tokensPerSecondProperty().get());
    assertEquals(0, pulses.listeners());
  }

  @Test
  void tokensOfAFinishedStepAreThoseThatWereRecorded() {
    replay.begin(run);
    pass(25);
    assertEquals(
        run.arms().get(1).figures().measures().perStep().get(0).tokens(),
        pane(1).steps().get(0).tokens());
  }

  @Test
  void itStandsStillGoesOnStepsAndBeginsAnew() {
    replay.begin(run);
    pass(11);
    replay.togglePause();
    pass(500);
    assertEquals(1, pane(1).response().size());
    assertEquals(0, pulses.listeners());
    replay.step();
    assertEquals(2, pane(1).response().size());
    replay.togglePause();
    pass(1);
    assertEquals(2, pane(1).response().size());
    pass(12);
    assertEquals(3, pane(1).response().size());
    replay.togglePause();
    assertEquals(0, pane(1).response().size());
    pass(11);
    assertEquals(1, pane(1).response().size());
  }

  @Test
  void speedGoesFromAQuarterToEightTimes() {
    for (int i = 0; i < 9; i++) {
      replay.quicken();
    }
    assertEquals(8, replay.speedProperty().get());
    for (int i = 0; i < 9; i++) {
      replay.slow();
    }
    assertEquals(0.25, replay.speedProperty().get());
    replay.begin(run);
    pass(11);
    assertEquals(0, pane(1).response().size());
    pass(32);
    assertEquals(1, pane(1).response().size());
  }

  @Test
  void nothingListensAfterItsEnd() {
    replay.begin(run);
    replay.end();
    assertEquals(0, pulses.listeners());
    assertNull(replay.runProperty().get());
    assertTrue(replay.panes().isEmpty());
  }
}
