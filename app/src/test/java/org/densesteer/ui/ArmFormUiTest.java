package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.ui.trace.ArmViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** An arm is set by keys alone, and set anew. */
@ExtendWith(ApplicationExtension.class)
class ArmFormUiTest {

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
    until(() -> ui.parts.steering().scaleProperty().get().known());
  }

  private List<String> names() {
    return ui.parts.compare().arms().stream().map(ArmViewModel::name).toList();
  }

  private void type(FxRobot robot, String strength) throws TimeoutException {
    until(() -> scene.lookup(".sheet #strengthField") != null);
    until(() -> scene.lookup(".sheet #strengthField").isFocused());
    robot.write(strength).type(KeyCode.ENTER);
  }

  @Test
  void anArmIsAddedAndChangedAndNoneIsThereTwice(FxRobot robot) throws TimeoutException {
    MenuButton menu = (MenuButton) scene.lookup("#armMenu");
    robot.interact(() -> menu.getItems().get(0).fire());
    type(robot, "0.5");
    until(() -> names().size() == 3);
    assertEquals("ℓ 5 · λ +0.50", names().get(2));

    robot.interact(((Button) scene.lookup(".arm-edit"))::fire);
    type(robot, "-1");
    until(() -> names().get(2).equals("ℓ 5 · λ −1.00"));
    assertEquals(3, names().size());

    robot.interact(() -> menu.getItems().get(0).fire());
    type(robot, "-1");
    Label fault = (Label) scene.lookup("#faultText");
    assertNotNull(fault);
    until(() -> fault.getText().equals("There is such an arm already."));
    assertTrue(fault.isVisible());
    robot.type(KeyCode.ESCAPE);
    assertEquals(3, names().size());
  }
}
