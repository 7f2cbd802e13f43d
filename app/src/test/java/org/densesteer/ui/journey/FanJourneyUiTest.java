package org.densesteer.ui.journey;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Five strengths at once, one of which is picked. */
@ExtendWith(ApplicationExtension.class)
class FanJourneyUiTest {

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

  private List<Double> strengths(Run run) {
    return run.arms().stream()
        .filter(arm -> !arm.steerings().isEmpty())
        .map(arm -> arm.steerings().get(0).strength())
        .sorted()
        .toList();
  }

  @Test
  void fiveStrengthsAnswerAtOnceAndOneIsPicked(FxRobot robot) throws TimeoutException {
    here.ready();
    Run first = here.run();
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.F);
    robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
    until(() -> here.ui.compare().arms().size() == 6);
    until(() -> here.ui.compare().runProperty().get() != first);
    Run fan = Objects.requireNonNull(here.ui.compare().runProperty().get());
    assertEquals(List.of(1.0, 1.5, 2.0, 2.5, 3.0), strengths(fan));
    assertEquals(
        6, fan.arms().stream().map(RunArm::name).distinct().count(), "every arm has its own name");
    assertEquals(6, here.scene.getRoot().lookupAll(".arm-table-name").size());
    List<Double> heads =
        here.scene.getRoot().lookupAll(".trace-header").stream()
            .map(head -> head.getLayoutBounds().getHeight())
            .distinct()
            .toList();
    assertEquals(1, heads.size(), "texts begin at one height: " + heads);

    Node pick =
        here.scene.getRoot().lookupAll(".pick-button").stream()
            .filter(button -> button.getAccessibleText().endsWith("λ +2.50"))
            .findFirst()
            .orElseThrow();
    robot.interact(((Button) pick)::fire);
    until(() -> here.ui.compare().arms().size() == 2);
    until(() -> here.ui.compare().runProperty().get() != fan);
    assertEquals(2.5, here.ui.steering().stateProperty().get().strength());
    assertNull(here.scene.lookup(".arm-table-name"));
    assertTrue(
        strengths(Objects.requireNonNull(here.ui.compare().runProperty().get()))
            .equals(List.of(2.5)));
  }
}
