package org.densesteer.ui.journey;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.notebook.Run;
import org.densesteer.ui.stage.StageLeaks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A talk: problems, votes without names, and a replay, all by keys. */
@ExtendWith(ApplicationExtension.class)
class TalkJourneyUiTest {

  @TempDir Path home;
  private Journey here;

  @Start
  private void start(Stage stage) {
    here = new Journey(stage, home, 2);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(here.ui::close);
  }

  private Parent stage() {
    return (Parent) here.find(".stage");
  }

  private String text(String selector) {
    return ((Label) here.find(selector)).getText();
  }

  private boolean stands(String selector, int times) {
    return here.scene.lookup(".stage") != null
        && stage().lookupAll(selector).stream().filter(node -> node.isVisible()).count() == times;
  }

  /** A problem, answered blind and voted on. */
  private void round(FxRobot robot, KeyCode... votes) throws TimeoutException {
    Run before = here.ui.compare().runProperty().get();
    robot.type(KeyCode.PAGE_DOWN).type(KeyCode.F5);
    until(() -> here.ui.compare().runProperty().get() != before && stands(".blind-pane", 2));
    assertEquals(List.of(), StageLeaks.in(stage()));
    robot.type(votes);
  }

  @Test
  void anAudienceVotesAndSeesWhatItVotedFor(FxRobot robot) throws Exception {
    here.ready();
    robot.type(KeyCode.F11);
    until(() -> stands(".stage-question", 1));

    robot.type(KeyCode.PERIOD);
    round(robot, KeyCode.DIGIT1, KeyCode.DIGIT1, KeyCode.DIGIT2);
    assertEquals("What is 1 + 0?", text(".stage-question"));
    assertTrue(text("#mode").endsWith("3 votes"));
    robot.type(KeyCode.PERIOD);
    until(() -> stands(".trace-pane", 2));
    assertFalse(StageLeaks.in(stage()).isEmpty());
    assertTrue(text(".tally").contains("of 1 round"), text(".tally"));

    round(robot, KeyCode.DIGIT3);
    assertEquals("Problem 3 of 200", text("#place"));
    robot.type(KeyCode.V);
    until(() -> stands(".trace-pane", 2));
    assertTrue(text(".tally").contains(", 1 even"), text(".tally"));

    Path votes = home.resolve("votes.csv");
    here.ui.dialogs.answer = votes;
    robot.type(KeyCode.E);
    until(() -> Files.exists(votes));
    List<String> lines = Files.readAllLines(votes);
    assertEquals(3, lines.size());
    assertTrue(lines.get(2).endsWith(",0,0,1,even"), lines.get(2));

    robot.type(KeyCode.R);
    until(() -> text("#mode").startsWith("Replay"));
    until(() -> stands(".stale-note", 2));
    robot.type(KeyCode.LEFT).type(KeyCode.SPACE);
    // The scripted model says nothing of its tokens' times.
    assertEquals(
        "Replay · 0.5× · no times were recorded, tokens come evenly · paused", text("#mode"));
    robot.type(KeyCode.S).type(KeyCode.R);
    until(() -> text("#mode").equals("Revealed"));
    robot.type(KeyCode.ESCAPE).type(KeyCode.ESCAPE);
    until(() -> here.scene.lookup(".stage") == null);
  }
}
