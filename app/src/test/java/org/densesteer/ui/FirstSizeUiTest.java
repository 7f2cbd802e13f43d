package org.densesteer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.densesteer.ui.settings.WindowPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FirstSizeUiTest {

  private static final WindowPlace WANTED = new WindowPlace(0, 0, 1100, 700, false);

  /** Smaller than the real one, which the headless platform lets no window leave. */
  private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1100, 720);

  private Stage stage;

  @Start
  private void start(Stage primary) {
    // Of its own: the primary stage keeps an explicit size for whoever is tested next.
    stage = new Stage();
    stage.setScene(new Scene(new StackPane(), WANTED.width(), WANTED.height()));
  }

  @Stop
  private void stop() {
    stage.hide();
  }

  private void mapAt(FxRobot robot, WindowPlace wanted, double width, double height) {
    robot.interact(
        () -> {
          stage.show();
          FirstSize.hold(stage, wanted, SCREEN);
          stage.setWidth(width);
          stage.setHeight(height);
        });
  }

  @Test
  void aWindowThatIsMappedAtItsLeastSizeGetsItsOwn(FxRobot robot) throws TimeoutException {
    mapAt(robot, WANTED, WindowPlace.LEAST_WIDTH, WindowPlace.LEAST_HEIGHT);
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> stage.getScene().getWidth() == 1100);
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> stage.getScene().getHeight() == 700);
  }

  @Test
  void anotherSizeThatAWindowManagerGaveStays(FxRobot robot) {
    mapAt(robot, WANTED, 1000, 640);
    robot.sleep(400);
    assertEquals(1000, stage.getWidth());
    assertEquals(640, stage.getHeight());
  }

  @Test
  void aRememberedPlaceIsKeptOnlyWhereTheScreensHaveRoomForIt() {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    WindowPlace inside = new WindowPlace(20, 10, 1000, 640, false);
    assertEquals(inside, WorkbenchWindow.onScreen(inside));
    WindowPlace wider = new WindowPlace(0, 0, screen.getWidth() + 160, 640, false);
    assertFalse(WorkbenchWindow.onScreen(wider).placed());
    assertEquals(screen.getWidth(), WorkbenchWindow.onScreen(wider).width());
    assertEquals(640, WorkbenchWindow.onScreen(wider).height());
    WindowPlace elsewhere = new WindowPlace(screen.getMaxX() + 10, 10, 1000, 640, true);
    assertFalse(WorkbenchWindow.onScreen(elsewhere).placed());
    assertTrue(WorkbenchWindow.onScreen(elsewhere).maximized());
  }

  @Test
  void aFirstWindowDoesNotReachBeyondTheScreen(FxRobot robot) throws TimeoutException {
    WindowPlace anywhere = new WindowPlace(Double.NaN, Double.NaN, 1000, 720, false);
    mapAt(robot, anywhere, 1000, 745);
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> stage.getHeight() == 720);
    assertEquals(1000, stage.getWidth());
    assertEquals(0, stage.getY());
  }

  @Test
  void aWindowThatAPersonPlacedMayBeLargerThanOneScreen(FxRobot robot) {
    mapAt(robot, WANTED, 1000, 745);
    robot.sleep(400);
    assertEquals(745, stage.getHeight());
  }
}
