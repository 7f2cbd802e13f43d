package org.densesteer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SweepUiTest {

  @TempDir static Path sweeps;

  private UiParts ui;
  private Scene scene;

  @Start
  private void start(Stage stage) {
    ui = new UiParts(0, sweeps);
    scene = ui.show(stage);
  }

  private <T> T node(String query, Class<T> type) {
    return type.cast(scene.lookup(query));
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aSweepIsRunACellChosenAndItsProblemOpened(FxRobot robot) throws TimeoutException {
    until(() -> !node("#runButton", Button.class).isDisabled());
    robot.clickOn("#pageSweep");
    until(() -> scene.lookup("#layersField") != null);
    robot.interact(
        () -> {
          node("#layersField", TextField.class).setText("2,4");
          node("#strengthsField", TextField.class).setText("0, 3");
        });
    robot.clickOn("Run sweep");
    until(
        () ->
            scene.lookup("#progressText") instanceof Label label
                && label.getText().startsWith("Chosen"));
    assertEquals(4, scene.getRoot().lookupAll(".heat-cell").size());
    ToggleButton cell =
        (ToggleButton)
            scene.getRoot().lookupAll(".heat-cell").stream()
                .filter(n -> n.getAccessibleText().contains("layer 4, strength 3"))
                .findFirst()
                .orElseThrow();
    robot.clickOn(cell);
    assertEquals(4, ui.parts.steering().stateProperty().get().layer());
    assertEquals(3, ui.parts.steering().stateProperty().get().strength());
    TableView<?> table = node("#problemTable", TableView.class);
    assertEquals(20, table.getItems().size());
    assertTrue(node("#cellTitle", Label.class).getText().contains("against the baseline"));
    int before = ui.engine.requests.size();
    robot.interact(table::requestFocus);
    robot.type(KeyCode.ENTER);
    until(() -> scene.lookup("#strengthSlider") != null);
    until(() -> ui.engine.requests.size() > before);
  }
}
