package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.densesteer.steering.Operator;
import org.densesteer.ui.settings.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WorkbenchUiTest {

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
    until(() -> !node("#runButton", Region.class).isDisabled());
    until(() -> ui.parts.steering().scaleProperty().get().known());
  }

  private <T> T node(String query, Class<T> type) {
    return type.cast(scene.lookup(query));
  }

  private double strength() {
    return ui.parts.steering().stateProperty().get().strength();
  }

  private int layer() {
    return ui.parts.steering().stateProperty().get().layer();
  }

  @Test
  void firstStartIsReadyToRunAndRunsByKeyboard(FxRobot robot) throws TimeoutException {
    assertEquals("dense-last", node("#vectorName", Label.class).getText());
    assertEquals("2.5 M · float32 · 6 layers", node("#modelCaption", Label.class).getText());
    assertEquals(
        "Model: Sample model, 2.5 M · float32 · 6 layers",
        node("#modelMenu", MenuButton.class).getAccessibleText());
    assertEquals("Vector: dense-last", node("#vectorMenu", MenuButton.class).getAccessibleText());
    assertTrue(node("#question", TextArea.class).getText().startsWith("Maya has"));
    assertEquals("right answer 84", node("#goldNote", Label.class).getText());
    robot.clickOn("#question");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    until(() -> ui.engine.requests.size() == 1);
    until(() -> !ui.parts.compare().runningProperty().get());
    assertEquals("steering applied", node("#lightText", Label.class).getText());
    assertTrue(ui.parts.compare().arms().get(1).tokensPerSecondProperty().get() > 0);
    assertEquals("greedy · run 1", node("#runText", Label.class).getText());
  }

  @Test
  void theStrengthSliderStepsByKeyAndIsUndone(FxRobot robot) throws TimeoutException {
    robot.interact(() -> node("#strengthSlider", Slider.class).requestFocus());
    double step = ui.parts.steering().scaleProperty().get().step();
    robot.type(KeyCode.RIGHT);
    assertEquals(2 + step, strength(), 1e-9);
    robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
    assertEquals(2 + step * 1.1, strength(), 1e-9);
    until(() -> !ui.engine.requests.isEmpty());
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(2, strength());
    assertEquals(2, node("#strengthSlider", Slider.class).getValue(), 1e-9);
    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT)
        .type(KeyCode.Z)
        .release(KeyCode.SHIFT, KeyCode.CONTROL);
    assertEquals(2 + step * 1.1, strength(), 1e-9);
  }

  @Test
  void theStrengthBoxTakesExactNumbersAndMarksNonsense(FxRobot robot) {
    TextField box = node("#strengthField", TextField.class);
    robot.clickOn(box).write("-1.23").type(KeyCode.ENTER);
    assertEquals(-1.23, strength());
    assertEquals("−1.23", box.getText());
    robot.interact(box::selectAll);
    robot.write("much").type(KeyCode.ENTER);
    assertEquals(-1.23, strength());
    assertTrue(
        box.getPseudoClassStates().stream().anyMatch(s -> s.getPseudoClassName().equals("danger")));
    robot.type(KeyCode.TAB);
    assertEquals("−1.23", box.getText());
  }

  @Test
  void undoWorksFromTheBoxThatWasJustUsed(FxRobot robot) {
    TextField box = node("#strengthField", TextField.class);
    robot.clickOn(box).write("1.5").type(KeyCode.ENTER);
    assertEquals(1.5, strength());
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertEquals(2, strength());
  }

  @Test
  void layersAreChosenByKeyAndDoubleClickGoesBack(FxRobot robot) {
    Slider slider = node("#layerSlider", Slider.class);
    robot.interact(slider::requestFocus);
    robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
    assertEquals(3, layer());
    assertEquals("3", node("#layerField", TextField.class).getText());
    robot.doubleClickOn(slider);
    assertEquals(5, layer());
  }

  @Test
  void theModelMenuGivesAMissingFolderItsSentence(FxRobot robot) throws TimeoutException {
    ui.dialogs.answer = Path.of("nowhere");
    robot.interact(
        () -> {
          MenuButton menu = node("#modelMenu", MenuButton.class);
          menu.getItems().get(menu.getItems().size() - 1).fire();
        });
    until(() -> node("#notice", Region.class).isVisible());
    assertEquals(
        "The folder nowhere has no config.json.", node("#noticeSentence", Label.class).getText());
    assertEquals("Sample model", node("#modelName", Label.class).getText());
    robot.clickOn("Details");
    assertEquals(1, ui.dialogs.shown.size());
  }

  @Test
  void aVectorOfAnotherWidthIsSaidInThePanelAndAtRun(FxRobot robot) throws TimeoutException {
    ui.dialogs.answer = Path.of("narrow.safetensors");
    robot.interact(
        () -> {
          MenuButton menu = node("#vectorMenu", MenuButton.class);
          menu.getItems().get(menu.getItems().size() - 1).fire();
        });
    until(() -> node("#misfitText", Label.class).isVisible());
    assertTrue(node("#misfitText", Label.class).getText().contains("64 wide"));
    robot.clickOn("#runButton");
    until(() -> node("#notice", Region.class).isVisible());
    assertTrue(node("#noticeSentence", Label.class).getText().endsWith("only the baseline runs."));
    until(() -> ui.engine.requests.size() == 1);
    assertEquals(1, ui.engine.requests.get(0).arms().size());
  }

  @Test
  void anEmptyQuestionGetsItsSentence(FxRobot robot) throws TimeoutException {
    robot.interact(() -> node("#question", TextArea.class).clear());
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    until(() -> node("#notice", Region.class).isVisible());
    assertTrue(node("#noticeSentence", Label.class).getText().startsWith("The question is empty"));
  }

  @Test
  void presentingHidesThePanelsAndEnlargesTheText(FxRobot robot) throws TimeoutException {
    robot.type(KeyCode.F11);
    until(() -> scene.getRoot().getStyleClass().contains("presenting"));
    assertFalse(node(".toolbar", Region.class).isVisible());
    assertEquals(null, scene.lookup("#question"));
    robot.type(KeyCode.ESCAPE);
    until(() -> !scene.getRoot().getStyleClass().contains("presenting"));
    assertNotNull(scene.lookup("#question"));
  }

  @Test
  void themeAndTextSizeFollowAndAreRemembered(FxRobot robot) {
    robot.clickOn("#themeButton");
    assertEquals(Theme.DARK, ui.settings.themeProperty().get());
    assertTrue(scene.getRoot().getStyleClass().contains("dark"));
    double before = node("#modelName", Label.class).getFont().getSize();
    robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
    robot.interact(() -> scene.getRoot().applyCss());
    assertEquals(before * 1.21, node("#modelName", Label.class).getFont().getSize(), 0.2);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
    assertEquals(1, ui.settings.textScaleProperty().get());
    robot.clickOn("#themeButton");
    assertFalse(scene.getRoot().getStyleClass().contains("dark"));
  }

  @Test
  void ablationNeedsNoStrength(FxRobot robot) {
    robot.interact(() -> ui.parts.steering().setOperator(Operator.ABLATE));
    assertTrue(node("#strengthSlider", Slider.class).isDisabled());
    robot.interact(() -> ui.parts.steering().setOperator(Operator.ADD));
    assertFalse(node("#strengthSlider", Slider.class).isDisabled());
  }

  @Test
  void positionsAndOperatorAreReadInFullWhateverIsChosen(FxRobot robot) {
    ComboBox<?> where = node("#whereBox", ComboBox.class);
    ComboBox<?> operator = node("#operatorBox", ComboBox.class);
    for (int choice = 0; choice < where.getItems().size(); choice++) {
      int next = choice;
      robot.interact(() -> where.getSelectionModel().select(next));
      robot.interact(() -> operator.getSelectionModel().select(next % operator.getItems().size()));
      WaitForAsyncUtils.waitForFxEvents();
      assertInFull(where);
      assertInFull(operator);
    }
  }

  private static void assertInFull(ComboBox<?> box) {
    Node shown =
        box.getChildrenUnmodifiable().stream()
            .filter(ListCell.class::isInstance)
            .findFirst()
            .orElseThrow();
    Text drawn = (Text) shown.lookup(".text");
    assertEquals(String.valueOf(box.getValue()), drawn.getText());
  }
}
