package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.Runs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A recorded run is shown again while there is no model at all. */
@ExtendWith(ApplicationExtension.class)
class ReplayUiTest {

  @TempDir Path folder;
  private UiParts ui;
  private Scene scene;

  @Start
  private void start(Stage stage) {
    ui = new UiParts(0, folder);
    ui.holdsModels = true;
    scene = ui.show(stage);
  }

  @AfterEach
  void letGo() {
    ui.holdsModels = false;
  }

  private long shown(String words) {
    return scene.lookup(".stage").lookupAll(".label").stream()
        .filter(label -> ((Label) label).getText().equals(words))
        .count();
  }

  @Test
  void itNeedsNoModel(FxRobot robot) throws TimeoutException {
    Run run = Runs.full();
    assertNull(ui.parts.models().engineProperty().get());
    robot.interact(() -> ui.parts.stage().replay(run));
    until(() -> scene.lookup(".stage") != null);
    assertEquals(run.prompt().question(), ((Label) scene.lookup(".stage-question")).getText());
    until(() -> shown("replay") == 3);
    until(() -> shown("cut at your limit of 3 tokens") == 1);
    assertTrue(shown("Prompt only") >= 1);
    assertTrue(shown("Steered") >= 1);
    robot.type(KeyCode.R);
    until(() -> shown("replay") == 0);
    assertNull(ui.parts.models().engineProperty().get());
  }
}
