package org.densesteer.ui.journey;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.notebook.Bundle;
import org.densesteer.notebook.ModelCard;
import org.densesteer.notebook.RunSteering;
import org.densesteer.notebook.Runs;
import org.densesteer.notebook.Session;
import org.densesteer.notebook.SessionFile;
import org.densesteer.steering.Steering;
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
  private Path session;
  private String card;
  private Journey here;

  @Start
  private void start(Stage stage) throws Exception {
    session = home.resolve("mine.densesteer");
    Steering tuned = Steering.everywhere(Runs.vector(), 4, 1.6);
    card = ModelCard.of(tuned, "a model", "0123456789abcdef", "", List.of());
    SessionFile.write(
        new Session(
            Instant.parse("2026-05-04T12:30:00Z"),
            "0.1.0",
            "a model",
            "0123456789abcdef",
            List.of(),
            Map.of(),
            Map.of(RunSteering.hash(Runs.vector()), Runs.vector()),
            null,
            new Bundle(RunSteering.of(tuned), "", List.of(), card)),
        session);
    Process window = LostWindow.start(home, "What was I asking?", session);
    LostWindow.awaitReady(window);
    window.destroyForcibly().waitFor();
    here = new Journey(stage, home, 0);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(here.ui::close);
  }

  @Test
  void whatTheKilledWindowHadIsBack(FxRobot robot) throws TimeoutException {
    until(() -> ((TextArea) here.find("#question")).getText().equals("What was I asking?"));
    here.ready();
    until(() -> here.staleness(1) == Staleness.FROM_NOTEBOOK);
    assertEquals("It is\n\n4.é", here.said(1));
    // Baseline, steered, flipped, and the prompt-only arm of the run that is shown.
    assertTrue(here.ui.compare().armNames().contains("flip"));
    until(here::isTold);
    assertTrue(here.sentence().startsWith("A window was not closed properly"), here.sentence());
    assertTrue(here.sentence().contains("A run was under way"), here.sentence());
    assertEquals(
        List.of("run-of-the-lost"),
        here.ui.compare().pinnedAnswers().stream().map(answer -> answer.run().id()).toList());
    // Its file was about one vector, and is so when it is saved again.
    Journey.control(KeyCode.S);
    until(() -> here.sentence().startsWith("The session with 1 run"));
    assertEquals(card, SessionFile.read(session).session().bundle().card());
  }
}
