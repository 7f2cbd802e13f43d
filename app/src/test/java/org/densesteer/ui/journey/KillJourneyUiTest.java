package org.densesteer.ui.journey;

import static org.densesteer.ui.journey.Journey.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.densesteer.ui.session.LostWindow;
import org.densesteer.ui.trace.Staleness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A window is killed in a run: question, settings and the runs that had ended are back. */
@ExtendWith(ApplicationExtension.class)
class KillJourneyUiTest {

  @TempDir Path home;
  private Journey here;

  @Start
  private void start(Stage stage) throws Exception {
    Process window = LostWindow.start(home, "What was I asking?");
    LostWindow.awaitReady(window);
    window.destroyForcibly().waitFor();
    here = new Journey(stage, home, 0);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(here.ui::close);
  }

  @Test
  void whatTheKilledWindowHadIsBack() throws TimeoutException {
    until(() -> ((TextArea) here.find("#question")).getText().equals("What was I asking?"));
    here.ready();
    until(() -> here.staleness(1) == Staleness.FROM_NOTEBOOK);
    assertEquals("It is\n\n4.é", here.said(1));
    // Baseline, steered, flipped, and the prompt-only arm of the run that is shown.
    assertTrue(here.ui.compare().armNames().contains("flip"));
    until(here::isTold);
    assertTrue(here.sentence().startsWith("A window was not closed properly"), here.sentence());
    assertTrue(here.sentence().contains("A run was under way"), here.sentence());
  }
}
