package org.densesteer.ui.journey;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.densesteer.notebook.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The first ten minutes: the tour, a run, another strength, what a word means, the run again. */
@ExtendWith(ApplicationExtension.class)
class NewcomerJourneyUiTest {

  @TempDir Path home;
  private Journey here;

  @Start
  private void start(Stage stage) {
    here = Journey.ofSample(stage, home);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(here.ui::close);
  }

  private static Node tour() {
    return Window.getWindows().stream()
        .map(window -> window.getScene().lookup("#tour"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @Test
  void aNewcomerFindsTheWay(FxRobot robot) throws Exception {
    here.ready();
    Journey.control(KeyCode.K);
    until(() -> here.scene.lookup(".palette") != null && here.find("#typed").isFocused());
    robot.write("take tour");
    robot.type(KeyCode.ENTER);
    until(() -> tour() != null);
    List<String> stops = new ArrayList<>();
    while (tour() != null && stops.size() < 20) {
      stops.add(((Label) tour().lookup(".sheet-title")).getText());
      assertTrue(
          tour().lookupAll(".tour-words").stream()
              .noneMatch(words -> ((Label) words).getText().isBlank()));
      robot.type(KeyCode.ENTER);
      org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
    }
    assertEquals(stops.stream().distinct().toList(), stops);
    assertTrue(stops.size() >= 5, stops::toString);

    Run first = here.run();
    assertTrue(first.baseline().isPresent() && first.arm("steered").isPresent());
    String before = here.said(1);
    here.type(robot, "#strengthField", "0");
    until(() -> here.ui.compare().runProperty().get() != first);
    until(() -> here.said(1).equals(here.said(0)));
    assertNotEquals(before, here.said(1), "without a push the steered answer is the baseline");

    robot.type(KeyCode.F1);
    until(() -> here.scene.lookup(".help") != null);
    assertTrue(
        here.scene.getRoot().lookupAll(".definition").stream().count() >= 8, "words are explained");
    robot.type(KeyCode.ESCAPE);
    until(() -> here.scene.lookup(".help") == null);

    Journey.control(KeyCode.H);
    until(() -> here.scene.lookup(".run-list") != null);
    until(() -> here.scene.getRoot().lookupAll(".run-star").size() >= 2);
  }
}
