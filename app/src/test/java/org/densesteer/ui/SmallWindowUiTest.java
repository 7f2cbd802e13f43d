package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.densesteer.ui.settings.WindowPlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What becomes of the window where there is little room, for its pixels or for its text. */
@ExtendWith(ApplicationExtension.class)
class SmallWindowUiTest {

  @TempDir Path folder;
  private UiParts ui;
  private Scene scene;

  @Start
  private void start(Stage stage) {
    ui = new UiParts(0, folder);
    ui.settings.windowProperty().set(new WindowPlace(0, 0, 1000, 640, false));
    scene = ui.show(stage);
  }

  @BeforeEach
  void waitUntilReady() throws TimeoutException {
    until(() -> !node("#runButton").isDisabled());
    until(() -> scene.getWidth() == 1000);
  }

  private Node node(String query) {
    return scene.lookup(query);
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private void enlarge(FxRobot robot, double scale) {
    robot.interact(() -> ui.settings.textScaleProperty().set(scale));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> scene.getRoot().layout());
  }

  @Test
  void largeTextPutsTheToolbarInTwoRowsAndThePanelsInOneColumn(FxRobot robot)
      throws TimeoutException {
    enlarge(robot, 2);
    until(() -> node("#sideSteering") != null);
    for (String each : new String[] {"#modelMenu", "#stopButton", "#pageVectors", "#themeButton"}) {
      Bounds place = place(node(each));
      assertTrue(place.getMinX() >= 0 && place.getMaxX() <= 1000, each + " at " + place);
    }
    assertTrue(place(node("#pageVectors")).getMinY() >= place(node("#runButton")).getMaxY());
    assertTrue(place(node(".status-line")).getMaxX() <= 1000, "the status line fits");
    assertNull(node("#question"));
    robot.clickOn("#sidePrompt");
    assertNotNull(node("#question"));
    assertNull(node("#strengthSlider"));
    enlarge(robot, 1);
    until(() -> node("#sideSteering") == null);
    assertNotNull(node("#strengthSlider"));
    assertEquals(268, ((Region) node(".panel-frame")).getWidth(), 3);
    assertEquals(place(node("#pageVectors")).getCenterY(), place(node("#runButton")).getCenterY());
  }

  @Test
  void everyPageStaysWithinTheWindow(FxRobot robot) throws TimeoutException {
    enlarge(robot, 2);
    for (String page : new String[] {"Sweep", "Extract", "Vectors"}) {
      robot.clickOn("#page" + page);
      until(() -> node(".page-scroll") instanceof ScrollPane scroll && scroll.getWidth() <= 1000);
      assertEquals(0, place(node(".toolbar")).getMinX());
      assertEquals(1000, place(node(".toolbar")).getMaxX());
    }
  }

  @Test
  void chartsCanBeReadOrAreNotThere(FxRobot robot) throws TimeoutException {
    assertTrue(((Region) node(".chart-strip")).getHeight() >= 170);
    enlarge(robot, 2);
    until(() -> node(".chart-strip") == null);
    enlarge(robot, 1);
    until(() -> node(".chart-strip") != null);
    assertEquals(0.68, ui.settings.splitsProperty().get().charts());
    double above = ((Region) node(".panes")).getHeight();
    assertTrue(above > ((Region) node(".chart-strip")).getHeight(), "answers " + above);
  }

  @Test
  void theAnswerKeepsMostOfASmallPaneWhoseTextIsLarge(FxRobot robot) throws TimeoutException {
    robot.clickOn("#runButton");
    until(() -> ui.engine.requests.size() == 1);
    until(() -> !ui.parts.compare().runningProperty().get());
    enlarge(robot, 2);
    Region pane = (Region) node(".trace-pane.arm-1");
    until(() -> ((Region) pane.lookup(".trace-header")).getHeight() < pane.getHeight() / 2);
    until(() -> ((Region) pane.lookup(".step-text")).getWidth() > pane.getWidth() / 2);
    enlarge(robot, 1);
    until(() -> ((Region) pane.lookup(".step-text")).getWidth() > 100);
    assertEquals(5, pane.lookupAll(".figure-cell").stream().filter(Node::isVisible).count());
  }

  @Test
  void theSteeredHeaderSaysAllInANarrowPane(FxRobot robot) throws TimeoutException {
    robot.clickOn("#runButton");
    until(() -> ui.engine.requests.size() == 1);
    until(() -> !ui.parts.compare().runningProperty().get());
    Node header = scene.getRoot().lookupAll(".trace-pane.arm-1 .trace-header").iterator().next();
    Node chip = header.lookup(".answer-chip");
    assertTrue(chip.isVisible());
    assertFalse(place(chip).intersects(place(header.lookup(".colouring-menu"))));
    Label words =
        header.lookupAll(".figure-caption").stream()
            .map(Label.class::cast)
            .filter(label -> label.getText().startsWith("ℓ"))
            .findFirst()
            .orElseThrow();
    assertEquals("ℓ 5 · λ +2.00", words.getText());
    assertTrue(words.getWidth() >= words.prefWidth(-1), "not cut off");
    assertFalse(place(words).intersects(place(chip)));
  }
}
