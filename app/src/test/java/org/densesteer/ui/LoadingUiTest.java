package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.model.ModelState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the window does while a model is on its way. */
@ExtendWith(ApplicationExtension.class)
class LoadingUiTest {

  @TempDir Path folder;
  private UiParts ui;
  private Scene scene;

  @Start
  private void start(Stage stage) {
    ui = new UiParts(0, folder);
    ui.holdsModels = true;
    scene = ui.show(stage);
  }

  @BeforeEach
  void waitUntilAQuarterIsThere() throws TimeoutException {
    until(() -> caption().equals("loading 25 %"));
  }

  @AfterEach
  void letGo() {
    ui.holdsModels = false;
  }

  private <T extends Node> T node(String query, Class<T> type) {
    return type.cast(scene.lookup(query));
  }

  private String caption() {
    return node("#modelCaption", Label.class).getText();
  }

  private boolean waits() {
    return node("#runText", Label.class).getText().equals("waiting for the model…");
  }

  @Test
  void runWaitsForTheModel(FxRobot robot) throws TimeoutException {
    robot.clickOn("#runButton");
    until(this::waits);
    assertEquals("Waiting", node("#runButton", Button.class).getText());
    assertTrue(node("#runButton", Button.class).isDisabled());
    assertFalse(node("#stopButton", Button.class).isDisabled());
    assertNull(ui.notices.shownProperty().get());
    ui.holdsModels = false;
    until(() -> ui.engine.requests.size() == 1);
    until(() -> node("#runButton", Button.class).getText().equals("Run"));
  }

  @Test
  void escapeEndsTheWaitAndThenTheLoading(FxRobot robot) throws TimeoutException {
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    until(this::waits);
    robot.type(KeyCode.ESCAPE);
    until(() -> !waits());
    assertEquals(ModelState.LOADING, ui.parts.models().stateProperty().get());
    robot.type(KeyCode.ESCAPE);
    until(() -> caption().equals("no model"));
    assertTrue(node("#runButton", Button.class).isDisabled());
    assertNull(ui.notices.shownProperty().get());
    assertTrue(ui.engine.requests.isEmpty());
  }

  @Test
  void theModelInUseIsNotLoadedAgain(FxRobot robot) throws TimeoutException {
    ui.holdsModels = false;
    until(() -> ui.parts.models().stateProperty().get() == ModelState.READY);
    ui.holdsModels = true;
    MenuButton menu = node("#modelMenu", MenuButton.class);
    robot.interact(menu::show);
    robot.interact(() -> menu.getItems().get(0).fire());
    assertEquals(ModelState.READY, ui.parts.models().stateProperty().get());
  }

  @Test
  void theCrossBesideTheModelStopsLoading(FxRobot robot) throws TimeoutException {
    robot.clickOn("#cancelLoading");
    until(() -> caption().equals("no model"));
    assertFalse(node("#cancelLoading", Button.class).isVisible());
  }

  @Test
  void theTaskListSaysHowFarAndCancels(FxRobot robot) throws TimeoutException {
    Button button = node("#tasksButton", Button.class);
    assertTrue(button.getWidth() >= button.prefWidth(-1), "not cut off by the last message");
    robot.clickOn(button);
    until(() -> robot.lookup(".task-row").tryQuery().isPresent());
    assertTrue(robot.lookup("Loading Sample model").tryQuery().isPresent());
    assertTrue(
        robot.lookup(".task-row .note").queryLabeled().getText().contains("Reading weights"));
    robot.clickOn("Cancel");
    until(() -> caption().equals("no model"));
    until(() -> robot.lookup(".task-row").tryQuery().isEmpty());
  }

  @Test
  void aMessageThatGoesGivesTheFocusToNoField(FxRobot robot) throws TimeoutException {
    robot.interact(() -> ui.notices.show(Notice.error("It did not work.")));
    until(() -> node("#notice", Node.class).isVisible());
    robot.clickOn("#notice .icon-button");
    until(() -> !node("#notice", Node.class).isVisible());
    assertSame(scene.getRoot(), scene.getFocusOwner());
  }

  @Test
  void onceItIsThereNothingIsLeftToCancel() throws TimeoutException {
    ui.holdsModels = false;
    until(() -> caption().startsWith("2.5 M"));
    assertFalse(node("#cancelLoading", Button.class).isVisible());
    assertFalse(node("#tasksButton", Button.class).isVisible());
  }
}
