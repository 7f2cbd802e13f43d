package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ExtractPageUiTest {

  @TempDir Path folder;
  private UiParts ui;
  private Scene scene;

  @Start
  private void start(Stage stage) {
    ui = new UiParts(0, folder);
    scene = ui.show(stage);
  }

  @BeforeEach
  void openPage(FxRobot robot) throws TimeoutException {
    until(() -> !node("#runButton", Region.class).isDisabled());
    robot.clickOn("#pageExtract");
    until(() -> scene.lookup("#table") != null);
  }

  /** What is still being written belongs into a folder that is still there. */
  @AfterEach
  void close(FxRobot robot) {
    robot.interact(ui::close);
  }

  private <T> T node(String query, Class<T> type) {
    return type.cast(scene.lookup(query));
  }

  private TableView<?> table() {
    return node("#table", TableView.class);
  }

  private void choose(FxRobot robot, String menu, int item) {
    robot.interact(() -> node(menu, MenuButton.class).getItems().get(item).fire());
  }

  @Test
  void fromProblemsToAVectorInUse(FxRobot robot) throws TimeoutException {
    choose(robot, "#makeMenu", 0);
    until(() -> table().getItems().size() == 50);
    until(() -> !node("#densifyMenu", Region.class).isDisabled());
    choose(robot, "#densifyMenu", 2);
    until(() -> node("#summary", Label.class).getText().startsWith("50 pairs · 50 in use"));
    robot.clickOn("#extractButton");
    until(() -> node("#layers", TableView.class).getItems().size() == 2);
    assertTrue(node("#subject", Label.class).getText().startsWith("dense-last-50: mean diff"));
    robot.clickOn("#useButton");
    until(() -> ui.kept.size() == 1);
    until(() -> ui.settings.vectorProperty().get().endsWith("kept.safetensors"));
  }

  @Test
  void aDenseAnswerIsTypedInPlaceAndChecked(FxRobot robot) throws TimeoutException {
    choose(robot, "#makeMenu", 0);
    until(() -> table().getItems().size() == 50);
    robot.interact(() -> table().getSelectionModel().select(0));
    assertEquals("The pair has no dense answer yet.", node("#flags", Label.class).getText());
    robot.clickOn("#dense").write("We have 1 and add 0, so 1.");
    assertEquals("", node("#flags", Label.class).getText());
    assertTrue(node("#summary", Label.class).getText().startsWith("50 pairs · 1 in use"));
    robot.write(" 99");
    assertTrue(node("#flags", Label.class).getText().contains("the dense one 99"));
    assertEquals("We have 1 and add 0, so 1. 99", node("#dense", TextArea.class).getText());
  }

  @Test
  void pagesAreSwitchedByKeyAndRunGoesBackToCompare(FxRobot robot) throws TimeoutException {
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
    until(() -> scene.lookup("#table") == null);
    assertNotNull(scene.lookup("#strengthSlider"));
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    until(() -> scene.lookup("#table") != null);
    robot.clickOn("#runButton");
    until(() -> scene.lookup("#table") == null);
    until(() -> !ui.engine.requests.isEmpty());
    assertFalse(ui.parts.shell().presentingProperty().get());
  }

  @Test
  void nothingIsExtractedUntilAPairIsTicked(FxRobot robot) throws TimeoutException {
    assertTrue(node("#extractButton", Region.class).isDisabled());
    assertTrue(node("#noPairs", Label.class).isVisible());
    assertFalse(scene.lookup("#layers").getParent().isVisible());
    choose(robot, "#makeMenu", 0);
    until(() -> table().getItems().size() == 50);
    assertTrue(node("#extractButton", Region.class).isDisabled());
    until(() -> !node("#densifyMenu", Region.class).isDisabled());
    choose(robot, "#densifyMenu", 2);
    until(() -> !node("#extractButton", Region.class).isDisabled());
    assertFalse(node("#noPairs", Label.class).isVisible());
  }

  @Test
  void removedPairsAreOfferedBack(FxRobot robot) throws TimeoutException {
    choose(robot, "#makeMenu", 0);
    until(() -> table().getItems().size() == 50);
    until(() -> !node("#densifyMenu", Region.class).isDisabled());
    assertTrue(node("#removeButton", Region.class).isDisabled());
    robot.interact(() -> table().getSelectionModel().select(3));
    robot.clickOn("#removeButton");
    assertEquals("A pair was removed.", node("#undoText", Label.class).getText());
    robot.clickOn("#clearButton");
    assertEquals(0, table().getItems().size());
    assertEquals("49 pairs were removed.", node("#undoText", Label.class).getText());
    robot.clickOn("#undoPairsButton").clickOn("#undoPairsButton");
    assertEquals(50, table().getItems().size());
    assertFalse(node("#undoBar", Region.class).isVisible());
  }

  @Test
  void wordsOfOnesOwnSayWhenTheQuestionIsMissing(FxRobot robot) {
    assertFalse(node("#ownForm", Region.class).isVisible());
    robot.interact(() -> node("#formBox", ComboBox.class).getSelectionModel().selectLast());
    assertTrue(node("#ownForm", Region.class).isVisible());
    assertFalse(node("#ownTemplateGap", Label.class).isVisible());
    robot.interact(() -> node("#ownTemplate", TextArea.class).setText("Solve it."));
    assertTrue(node("#ownTemplateGap", Label.class).isVisible());
  }
}
