package org.densesteer.ui.journey;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.notebook.Run;
import org.densesteer.ui.trace.Staleness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The question is changed after a run: no pane says that it answers the new one. */
@ExtendWith(ApplicationExtension.class)
class QuestionJourneyUiTest {

  @TempDir Path home;
  private Journey here;

  @Start
  private void start(Stage stage) {
    here = new Journey(stage, home, 0);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(here.ui::close);
  }

  @Test
  void answersOfAnotherQuestionSaySoUntilTheNextRun(FxRobot robot) throws TimeoutException {
    here.ready();
    Run first = here.run();
    robot.clickOn("#question");
    Journey.control(KeyCode.END);
    robot.write(" Why?");
    until(() -> here.staleness(0) == Staleness.OTHER_QUESTION);
    assertEquals(Staleness.OTHER_QUESTION, here.staleness(1));
    assertEquals(2, here.scene.getRoot().lookupAll(".trace-pane.stale").size());
    assertTrue(
        here.scene.getRoot().lookupAll(".stale-note").stream()
            .anyMatch(note -> ((Label) note).getText().equals("answers another question")));

    Run second = here.run();
    assertEquals(first.prompt().question() + " Why?", second.prompt().question());
    assertEquals(Staleness.NONE, here.staleness(0));
    assertEquals(Staleness.NONE, here.staleness(1));
    assertEquals(0, here.scene.getRoot().lookupAll(".trace-pane.stale").size());
  }
}
