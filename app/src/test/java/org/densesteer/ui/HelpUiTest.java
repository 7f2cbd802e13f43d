package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a newcomer finds: keys and words, commands by name, the tour, what the program is. */
@ExtendWith(ApplicationExtension.class)
class HelpUiTest {

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
    until(() -> !scene.lookup("#runButton").isDisabled());
  }

  private void find(FxRobot robot, String words) throws TimeoutException {
    robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
    until(() -> scene.lookup(".palette") != null && scene.lookup("#typed").isFocused());
    robot.write(words);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void f1ShowsEveryKeyOnceAndWhatTheWordsMeanAndEscLeaves(FxRobot robot) throws TimeoutException {
    robot.type(KeyCode.F1);
    until(() -> scene.lookup(".help") != null);
    Set<String> keys = new HashSet<>();
    for (Node cap : scene.getRoot().lookupAll(".key-cap")) {
      assertTrue(keys.add(((Label) cap).getText()), ((Label) cap).getText() + " stands twice");
    }
    assertTrue(keys.size() > 15, keys::toString);
    assertTrue(scene.getRoot().lookupAll(".definition").size() >= 8);
    robot.type(KeyCode.ESCAPE);
    until(() -> scene.lookup(".help") == null);
  }

  @Test
  void keysOfWhatASheetCoversRestWhileItIsThere(FxRobot robot) throws TimeoutException {
    double before = ui.settings.textScaleProperty().get();
    robot.type(KeyCode.F1);
    until(() -> scene.lookup(".help") != null);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2, KeyCode.EQUALS).release(KeyCode.CONTROL);
    until(() -> ui.settings.textScaleProperty().get() > before);
    assertNull(scene.lookup("#layersField"));
    robot.type(KeyCode.ESCAPE);
    until(() -> scene.lookup(".help") == null);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    until(() -> scene.lookup("#layersField") != null);
  }

  @Test
  void aCommandIsFoundByTheBeginningsOfItsWordsAndRun(FxRobot robot) throws TimeoutException {
    double before = ui.settings.textScaleProperty().get();
    find(robot, "tex larg");
    ListView<?> list = (ListView<?>) scene.lookup("#list");
    assertEquals(1, list.getItems().size());
    robot.type(KeyCode.ENTER);
    until(() -> scene.lookup(".palette") == null);
    assertEquals(before * 1.1, ui.settings.textScaleProperty().get(), 1e-9);
  }

  @Test
  void wordsThatNoCommandHasFindNothingAndDoNothing(FxRobot robot) throws TimeoutException {
    find(robot, "xylophone");
    assertTrue(((ListView<?>) scene.lookup("#list")).getItems().isEmpty());
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertNotNull(scene.lookup(".palette"));
    robot.type(KeyCode.ESCAPE);
    until(() -> scene.lookup(".palette") == null);
  }

  @Test
  void aPageIsReachedByItsName(FxRobot robot) throws TimeoutException {
    find(robot, "go vectors");
    robot.type(KeyCode.ENTER);
    until(() -> scene.lookup("#columns") == null || !scene.lookup("#runButton").isDisabled());
    until(() -> scene.lookup(".page-scroll") != null);
  }

  @Test
  void theTourPointsAtPartsThatAreThereAndEnds(FxRobot robot) throws TimeoutException {
    find(robot, "tour");
    robot.type(KeyCode.ENTER);
    until(() -> tour() != null);
    Set<String> titles = new HashSet<>();
    for (int stop = 0; stop < 8; stop++) {
      titles.add(((Label) tour().lookup(".sheet-title")).getText());
      robot.type(KeyCode.ENTER);
      WaitForAsyncUtils.waitForFxEvents();
    }
    assertEquals(8, titles.size(), titles::toString);
    until(() -> tour() == null);
    assertNull(scene.lookup(".palette"));
  }

  @Test
  void theTourBeginsOnCompareWhereverItIsTakenFrom(FxRobot robot) throws TimeoutException {
    find(robot, "go sweep");
    robot.type(KeyCode.ENTER);
    until(() -> scene.lookup("#layersField") != null);
    robot.type(KeyCode.F1);
    until(() -> scene.lookup(".help") != null);
    robot.clickOn("Take the tour");
    until(() -> tour() != null);
    assertEquals("What is asked", ((Label) tour().lookup(".sheet-title")).getText());
  }

  @Test
  void aboutNamesVersionAndLibrariesWithLicences(FxRobot robot) throws TimeoutException {
    find(robot, "about");
    robot.type(KeyCode.ENTER);
    until(() -> scene.lookup("#libraries") != null);
    String text = ((TextArea) scene.lookup("#libraries")).getText();
    assertTrue(text.contains("(LGPLv3) chartfx-chart"), text);
    assertTrue(
        ((Label) scene.lookup("#version")).getText().matches("Version \\d+\\.\\d+\\.\\d+.*"));
  }

  private static Node tour() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .map(window -> window.getScene().lookup("#tour"))
        .filter(node -> node != null)
        .findFirst()
        .orElse(null);
  }
}
