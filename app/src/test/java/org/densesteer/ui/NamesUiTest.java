package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.densesteer.ui.common.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every control of every page has a name that a screen reader can say. */
@ExtendWith(ApplicationExtension.class)
class NamesUiTest {

  @TempDir Path folder;

  private final NameWalk names = new NameWalk();
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

  private void check(FxRobot robot, String where) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> names.look(where));
  }

  @Test
  void everyControlHasAName(FxRobot robot) throws TimeoutException {
    robot.clickOn("#runButton");
    until(() -> ui.parts.compare().runProperty().get() != null);
    for (Page page : Page.values()) {
      robot.interact(() -> ui.parts.shell().pageProperty().set(page));
      check(robot, page.title());
    }
    robot.interact(() -> ui.parts.shell().pageProperty().set(Page.COMPARE));
    robot.interact(() -> ui.parts.shell().drawer().toggle());
    check(robot, "drawer");
    robot.interact(() -> ui.parts.shell().drawer().close());
    robot.interact(() -> ui.notices.show(org.densesteer.ui.common.Notice.error("No.")));
    check(robot, "notice");
    assertTrue(names.seen() > 100, names.seen() + " controls");
    assertEquals(Set.of(), names.nameless());
  }
}
