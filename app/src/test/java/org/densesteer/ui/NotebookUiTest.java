package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.ui.trace.Staleness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A run, found again in the notebook and shown in the panes. */
@ExtendWith(ApplicationExtension.class)
class NotebookUiTest {

  @TempDir Path folder;

  private UiParts ui;
  private Scene scene;

  @Start
  private void start(Stage stage) {
    ui = new UiParts(0, folder);
    scene = ui.show(stage);
  }

  @BeforeEach
  void waitUntilReady() throws TimeoutException {
    until(() -> !scene.lookup("#runButton").isDisabled());
    until(() -> ui.parts.steering().scaleProperty().get().known());
  }

  private Staleness staleness(int arm) {
    return ui.parts.compare().arms().get(arm).stalenessProperty().get();
  }

  @Test
  void aRunIsFoundAgainAndStandsInThePanes(FxRobot robot) throws TimeoutException {
    robot.clickOn("#runButton");
    until(() -> ui.parts.compare().runProperty().get() != null);
    String said = ui.parts.compare().arms().get(1).response().text();
    robot.interact(() -> ui.parts.compare().arms().get(1).reset());
    robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
    until(() -> scene.lookup(".run-list") != null);
    ListView<?> list = (ListView<?>) scene.lookup(".run-list");
    until(() -> list.getItems().size() == 1);
    robot.interact(() -> list.getSelectionModel().select(0));
    robot.clickOn("Open in the panes");
    until(() -> staleness(1) == Staleness.FROM_NOTEBOOK);
    assertEquals(said, ui.parts.compare().arms().get(1).response().text());
    until(() -> scene.lookup(".stale-note") != null);
    assertTrue(
        scene.getRoot().lookupAll(".stale-note").stream()
            .anyMatch(note -> ((Label) note).getText().equals("from the notebook")));
  }

  @Test
  void aRunIsReplayedOnStage(FxRobot robot) throws TimeoutException {
    robot.clickOn("#runButton");
    until(() -> ui.parts.compare().runProperty().get() != null);
    robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
    until(() -> scene.lookup(".run-list") != null);
    ListView<?> list = (ListView<?>) scene.lookup(".run-list");
    until(() -> list.getItems().size() == 1);
    robot.interact(() -> list.getSelectionModel().select(0));
    robot.clickOn("Replay on stage");
    until(() -> scene.lookup(".stage") != null);
    assertTrue(((Label) scene.lookup("#mode")).getText().startsWith("Replay"));
  }

  @Test
  void aChangedQuestionIsSaidInEveryPane(FxRobot robot) throws TimeoutException {
    robot.clickOn("#runButton");
    until(() -> ui.parts.compare().runProperty().get() != null);
    robot.clickOn("#question").write("?");
    until(() -> staleness(0) == Staleness.OTHER_QUESTION);
    assertEquals(Staleness.OTHER_QUESTION, staleness(1));
    assertEquals(2, scene.getRoot().lookupAll(".trace-pane.stale").size());
  }
}
