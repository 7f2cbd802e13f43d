package org.densesteer.ui.journey;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
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

/** Strength 40 on the sample model: the answer is called broken, and nothing is claimed for it. */
@ExtendWith(ApplicationExtension.class)
class DegenerateJourneyUiTest {

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

  private List<String> texts(String selector) {
    return here.scene.getRoot().lookupAll(selector).stream()
        .map(label -> ((Label) label).getText())
        .toList();
  }

  @Test
  void nothingIsClaimedOfAnAnswerThatRepeatsItself(FxRobot robot) throws TimeoutException {
    here.ready();
    here.type(robot, "#strengthField", "40");
    Run run = here.run();
    RunArm steered = run.arm("steered").orElseThrow();
    assertTrue(steered.figures().repeats());
    assertFalse(steered.whole());
    until(
        () -> texts(".trace-words .label").stream().anyMatch(t -> t.startsWith("repeats itself")));
    assertEquals(
        List.of(),
        texts(".figure-difference").stream().filter(text -> !text.isEmpty()).toList(),
        "no difference to the baseline");
    until(() -> here.ui.compare().floorProperty().get() != null);
    assertEquals(List.of(), texts(".floor-word").stream().filter(text -> !text.isEmpty()).toList());
    Run whole = Objects.requireNonNull(here.ui.compare().floorProperty().get());
    assertEquals(3, Objects.requireNonNull(whole.floor()).answers().size());
  }
}
