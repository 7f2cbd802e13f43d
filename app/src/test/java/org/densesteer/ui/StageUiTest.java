package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.settings.Theme;
import org.densesteer.ui.stage.StageLeaks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The stage and its keys. */
@ExtendWith(ApplicationExtension.class)
class StageUiTest {

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
    until(() -> ui.parts.steering().scaleProperty().get().known());
  }

  private void present(FxRobot robot) throws TimeoutException {
    robot.type(KeyCode.F11);
    until(() -> scene.lookup(".stage") != null);
  }

  private void run(FxRobot robot, KeyCode key) throws TimeoutException {
    Object before = ui.parts.compare().runProperty().get();
    robot.type(key);
    until(() -> ui.parts.compare().runProperty().get() != before);
    until(() -> !ui.parts.compare().runningProperty().get());
  }

  private String text(String selector) {
    Label label = (Label) scene.lookup(selector);
    return label.isVisible() ? label.getText() : "";
  }

  private List<String> leaks() {
    return StageLeaks.in((Parent) scene.lookup(".stage"));
  }

  private long panes() {
    return scene.lookup(".stage").lookupAll(".trace-pane").stream().filter(Node::isVisible).count();
  }

  /** Where the heads of the panes have their names and figures, each place once. */
  private Set<List<Double>> headTops() {
    return scene.lookup(".stage").lookupAll(".trace-header").stream()
        .map(
            head ->
                List.of(
                    head.getBoundsInParent().getHeight(),
                    head.lookup(".trace-title").getBoundsInParent().getMinY(),
                    head.lookup(".figure-row").getBoundsInParent().getMinY()))
        .collect(Collectors.toSet());
  }

  @Test
  void questionAnswersAndOneChartStandAlone(FxRobot robot) throws TimeoutException {
    present(robot);
    run(robot, KeyCode.F5);
    assertFalse(scene.lookup(".toolbar").isVisible());
    assertTrue(((Label) scene.lookup(".stage-question")).getText().startsWith("Maya has"));
    assertEquals("Problem 1 of 200", text("#place"));
    Label question = (Label) scene.lookup(".stage-question");
    assertTrue(question.getHeight() >= question.prefHeight(question.getWidth()) - 1, "cut off");
    assertEquals(2, panes());
    until(() -> headTops().size() == 1);
    until(() -> scene.lookup(".stage .chart-card") != null);
    robot.type(KeyCode.C, KeyCode.C, KeyCode.C);
    until(() -> !scene.lookup(".stage .sole-chart").getParent().isVisible());
    robot.type(KeyCode.PAGE_DOWN);
    assertEquals("What is 1 + 0?", ((Label) scene.lookup(".stage-question")).getText());
    assertEquals(0, ui.parts.compare().arms().get(0).response().size());
    robot.type(KeyCode.T);
    assertEquals(Theme.DARK, ui.settings.themeProperty().get());
    robot.type(KeyCode.P);
    until(() -> panes() == 3);
    robot.type(KeyCode.P);
    until(() -> panes() == 2);
    robot.type(KeyCode.F11);
    until(() -> scene.lookup(".stage") == null);
    assertEquals(Page.COMPARE, ui.parts.shell().pageProperty().get());
  }

  @Test
  void textGrowsApartFromTheRest(FxRobot robot) throws TimeoutException {
    present(robot);
    run(robot, KeyCode.ENTER);
    Label question = (Label) scene.lookup(".stage-question");
    double caption = ((Label) scene.lookup("#place")).getFont().getSize();
    double before = question.getFont().getSize();
    robot.type(KeyCode.EQUALS).type(KeyCode.EQUALS);
    robot.interact(() -> scene.getRoot().applyCss());
    assertEquals(before * 1.15 * 1.15, question.getFont().getSize(), 0.3);
    assertEquals(caption, ((Label) scene.lookup("#place")).getFont().getSize());
    assertEquals(1, ui.settings.textScaleProperty().get());
  }

  @Test
  void layerAndStrengthAreReadLargeAndMoveNothingElse(FxRobot robot) throws TimeoutException {
    present(robot);
    run(robot, KeyCode.ENTER);
    double height = scene.lookup(".stage .trace-pane").getBoundsInParent().getHeight();
    robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
    until(() -> text(".stage-readout").startsWith("ℓ 5  λ +2."));
    assertEquals(height, scene.lookup(".stage .trace-pane").getBoundsInParent().getHeight(), 1e-9);
    until(() -> text(".stage-readout").isEmpty());
  }

  @Test
  void blindAnswersTellNothingUntilTheyAreRevealed(FxRobot robot) throws Exception {
    present(robot);
    run(robot, KeyCode.ENTER);
    robot.type(KeyCode.B);
    until(() -> scene.getRoot().lookupAll(".blind-pane").size() == 2);
    assertEquals(List.of(), leaks());
    assertEquals(0, panes());
    assertTrue(text("#mode").startsWith("Which answer is better?"));
    robot.type(KeyCode.DIGIT1, KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3);
    assertTrue(text("#mode").endsWith("4 votes"));
    robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
    assertEquals(List.of(), leaks(), "the read-out");
    until(() -> ui.parts.compare().runNumberProperty().get() == 2);
    until(() -> scene.getRoot().lookupAll(".blind-pane").size() == 2);
    assertEquals(List.of(), leaks(), "the next run");
    robot.type(KeyCode.NUMPAD2).type(KeyCode.PERIOD);
    until(() -> panes() == 2);
    assertFalse(leaks().isEmpty());
    String tally = text(".tally");
    assertTrue(tally.startsWith("Steered against Baseline: preferred in "), tally);
    assertTrue(tally.contains("too few rounds"), tally);
    assertTrue(tally.contains("1 tie"), tally);
    Path file = folder.resolve("votes.csv");
    ui.dialogs.answer = file;
    robot.type(KeyCode.E);
    until(() -> Files.exists(file));
    until(() -> Files.readAllLines(file).size() == 3);
    robot.type(KeyCode.ESCAPE);
    until(() -> text("#mode").isEmpty());
    assertNotNull(scene.lookup(".stage"), "only the blind mode has ended");
    robot.type(KeyCode.ESCAPE);
    until(() -> scene.lookup(".stage") == null);
  }

  @Test
  void theNextRunCanBeBlind(FxRobot robot) throws TimeoutException {
    present(robot);
    robot.type(KeyCode.B);
    until(() -> text("#mode").equals("Blind"));
    assertEquals(List.of(), leaks());
    robot.type(KeyCode.ENTER);
    until(() -> scene.getRoot().lookupAll(".blind-pane").size() == 2);
    assertEquals(List.of(), leaks());
  }

  @Test
  void aRunIsReplayedAndSaidToBe(FxRobot robot) throws TimeoutException {
    present(robot);
    run(robot, KeyCode.ENTER);
    String said = ui.parts.compare().arms().get(1).response().text();
    robot.type(KeyCode.R);
    until(() -> text("#mode").startsWith("Replay · 1×"));
    robot.type(KeyCode.SPACE);
    until(() -> text("#mode").endsWith("paused"));
    assertEquals(
        2,
        scene.lookup(".stage").lookupAll(".stale-note").stream()
            .filter(note -> ((Label) note).getText().equals("replay"))
            .count());
    robot.type(KeyCode.HOME).type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.RIGHT);
    until(() -> text("#mode").startsWith("Replay · 8×"));
    assertEquals(said, ui.parts.compare().arms().get(1).response().text());
    robot.type(KeyCode.R);
    until(() -> text("#mode").isEmpty());
  }

  @Test
  void keysAreOnTheSheetWhichOpensOnStageAndCountNowhereElse(FxRobot robot)
      throws TimeoutException {
    robot.clickOn("#runButton");
    robot.type(KeyCode.R, KeyCode.C);
    assertNull(scene.lookup(".stage"));
    present(robot);
    robot.type(KeyCode.F1);
    until(() -> scene.lookup(".help") != null);
    assertTrue(
        scene.lookup(".help").lookupAll(".command-row").size() > 40,
        "keys of the window and of the stage");
    robot.type(KeyCode.B).type(KeyCode.ESCAPE);
    until(() -> scene.lookup(".help") == null);
    assertEquals("", text("#mode"), "keys are the sheet's while it is shown");
  }

  @Test
  void aPaceIsSaidAndHoldsOnStageAlone(FxRobot robot) throws TimeoutException {
    present(robot);
    robot.type(KeyCode.L).type(KeyCode.L);
    assertEquals(10, ui.parts.compare().speedLimitProperty().get());
    assertEquals("shown at 10 at most, the model may be ahead", text("#pace"));
    robot.type(KeyCode.ENTER);
    until(() -> ui.parts.compare().arms().get(0).response().size() > 0);
    assertTrue(ui.parts.compare().runningProperty().get(), "the answer was there at once");
    robot.type(KeyCode.ESCAPE);
    until(() -> !ui.parts.compare().runningProperty().get());
    assertTrue(
        ui.parts.compare().arms().get(0).response().size() > 20, "what was held back is shown");
    robot.type(KeyCode.F11);
    until(() -> scene.lookup(".stage") == null);
    assertEquals(0, ui.parts.compare().speedLimitProperty().get());
  }

  @Test
  void aBoothGoesBackToTheStart(FxRobot robot) throws TimeoutException {
    robot.interact(() -> ui.parts.steering().setStrength(0.5));
    present(robot);
    robot.type(KeyCode.N).type(KeyCode.N).type(KeyCode.B);
    robot.interact(ui.parts.stage()::startAnew);
    assertEquals("Problem 1 of 200", text("#place"));
    assertEquals("", text("#mode"));
    assertEquals(2, ui.parts.steering().stateProperty().get().strength());
    assertNotNull(scene.lookup(".stage"), "presenting goes on");
  }
}
