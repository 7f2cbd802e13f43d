package org.densesteer.ui.journey;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.trace.ArmViewModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The strength falls from 1.6 to 0.3 while the sample model writes, and the pane says where. */
@ExtendWith(ApplicationExtension.class)
class LiveJourneyUiTest {

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

  private static boolean hasChanges(@Nullable Run run) {
    return run != null && run.arm("steered").filter(arm -> !arm.changes().isEmpty()).isPresent();
  }

  @Test
  void aStrengthThatWasChangedOnTheWayStandsWithItsToken(FxRobot robot) throws TimeoutException {
    here.ready();
    here.type(robot, "#strengthField", "1.6");
    ArmViewModel steered = here.ui.compare().arms().get(1);
    NumberField strength = (NumberField) here.find("#strengthField");
    robot.interact(((ToggleButton) here.find("#liveToggle"))::fire);
    robot.interact(
        () -> {
          here.ui.compare().run();
          // A robot's hand is too slow for the sample model.
          steered
              .response()
              .sizeProperty()
              .subscribe(
                  (before, tokens) -> {
                    if (tokens.intValue() > 5) {
                      strength.setValue(0.3);
                    }
                  });
        });
    until(() -> !steered.changesProperty().get().isEmpty());
    until(() -> hasChanges(here.ui.compare().runProperty().get()));

    Run run = Objects.requireNonNull(here.ui.compare().runProperty().get());
    RunArm arm = run.arm("steered").orElseThrow();
    assertEquals(1.6, arm.steerings().get(0).strength());
    assertEquals(1, arm.changes().size());
    int token = arm.changes().get(0).token();
    assertEquals(0.3, arm.changes().get(0).steerings().get(0).strength());
    assertEquals(1.6, arm.answer().tokens().get(token - 1).strength());
    if (token < arm.answer().tokens().size()) {
      assertEquals(0.3, arm.answer().tokens().get(token).strength());
    }
    String words = "λ +1.60 → +0.30 at token " + (token + 1);
    assertTrue(
        here.scene.getRoot().lookupAll(".trace-words .label").stream()
            .anyMatch(label -> ((Label) label).getText().endsWith(words)),
        words);
    assertEquals(null, run.floor(), "no random direction had this course");
  }
}
