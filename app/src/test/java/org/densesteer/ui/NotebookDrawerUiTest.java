package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.densesteer.notebook.Run;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.notebook.NotebookRow;
import org.densesteer.ui.settings.WindowPlace;
import org.densesteer.ui.trace.Staleness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The latest runs beside the answers, without leaving them. */
@ExtendWith(ApplicationExtension.class)
class NotebookDrawerUiTest {

  @TempDir Path folder;

  private UiParts ui;
  private Scene scene;

  @Start
  private void start(Stage stage) {
    ui = new UiParts(0, folder);
    ui.settings.windowProperty().set(new WindowPlace(0, 0, 1200, 760, false));
    scene = ui.show(stage);
  }

  @BeforeEach
  void waitUntilReady() throws TimeoutException {
    until(() -> !scene.lookup("#runButton").isDisabled());
    until(() -> ui.parts.steering().scaleProperty().get().known());
  }

  private void toggle(FxRobot robot) {
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.H);
    robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @SuppressWarnings("unchecked")
  private ListView<NotebookRow> runs() {
    return (ListView<NotebookRow>) scene.lookup("#drawerRuns");
  }

  private Run run(FxRobot robot, String question, int before) throws TimeoutException {
    robot.interact(() -> ((TextArea) scene.lookup("#question")).setText(question));
    robot.interact(() -> ((ButtonBase) scene.lookup("#runButton")).fire());
    until(() -> ui.engine.requests.size() > before && shown() != null);
    until(() -> ui.parts.compare().runProperty().get().prompt().question().equals(question));
    return ui.parts.compare().runProperty().get();
  }

  private Run shown() {
    return ui.parts.compare().arms().get(1).runProperty().get();
  }

  private void fire(FxRobot robot, String words) {
    ButtonBase button = robot.lookup(words).queryAs(ButtonBase.class);
    assertFalse(button.isDisabled(), words);
    robot.interact(button::fire);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private List<String> inPanes() {
    // Looked up by a pseudo-class, every cell is found.
    return scene.getRoot().lookupAll(".run-list .list-cell").stream()
        .filter(
            cell -> cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("in-panes")))
        .map(Node::getAccessibleText)
        .toList();
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void aRunIsStarredOpenedComparedAndBroughtBackBesideTheAnswers(FxRobot robot)
      throws TimeoutException {
    assertNull(scene.lookup(".notebook-drawer"), "not made before it is opened");
    Run first = run(robot, "One?", 0);
    Run second = run(robot, "Two?", 1);
    toggle(robot);
    until(() -> runs() != null && runs().getItems().size() == 2);
    assertTrue(ui.settings.drawerProperty().get());
    assertTrue(runs().isFocused());
    assertEquals(1, inPanes().size());
    assertTrue(inPanes().get(0).startsWith("In the panes. Two?"), inPanes().toString());
    assertTrue(scene.lookup("#compareCurrent").getParent().isVisible());
    assertTrue(scene.lookup("#compareCurrent").isDisabled(), "it stands in the panes itself");
    robot.type(KeyCode.DOWN).type(KeyCode.S);
    until(() -> runs().getItems().get(1).mark().star());
    assertEquals("One?", runs().getSelectionModel().getSelectedItem().summary().question());
    fire(robot, "Compare…");
    until(() -> scene.lookup(".run-diff") != null);
    assertEquals(2, scene.getRoot().lookupAll(".diff-text").size());
    assertTrue(scene.lookup(".diff-text") instanceof TextFlow);
    robot.type(KeyCode.ESCAPE);
    until(() -> scene.lookup(".run-diff") == null);
    robot.interact(() -> runs().requestFocus());
    robot.type(KeyCode.ENTER);
    until(() -> shown() != null && shown().id().equals(first.id()));
    assertEquals(
        Staleness.NOTEBOOK_OTHER_QUESTION,
        ui.parts.compare().arms().get(1).stalenessProperty().get());
    assertEquals(Page.COMPARE, ui.parts.shell().pageProperty().get());
    assertEquals("Two?", ((TextArea) scene.lookup("#question")).getText());
    assertEquals(1, inPanes().size());
    assertTrue(inPanes().get(0).startsWith("In the panes. Starred. One?"), inPanes().toString());
    fire(robot, "Set panels");
    until(() -> ((TextArea) scene.lookup("#question")).getText().equals("One?"));
    assertNull(scene.lookup(".notebook-drawer"), "it no longer hides what was set");
    assertFalse(second.id().equals(first.id()));
  }

  @Test
  void aNewRunLeavesTheChosenOneChosen(FxRobot robot) throws TimeoutException {
    run(robot, "One?", 0);
    toggle(robot);
    until(() -> runs().getItems().size() == 1);
    assertEquals(0, runs().getSelectionModel().getSelectedIndex());
    run(robot, "Two?", 1);
    until(() -> runs().getItems().size() == 2);
    assertEquals("Two?", runs().getItems().get(0).summary().question());
    assertEquals("One?", runs().getSelectionModel().getSelectedItem().summary().question());
  }

  @Test
  void itLiesAboveANarrowPageAndBesideAWideOne(FxRobot robot) throws TimeoutException {
    Node page = scene.lookup(".columns");
    robot.interact(() -> scene.lookup("#question").requestFocus());
    Bounds before = place(page);
    toggle(robot);
    assertEquals(before, place(page), "nothing moves");
    assertTrue(place(scene.lookup(".notebook-drawer")).getMinX() == 0);
    robot.type(KeyCode.ESCAPE);
    assertNull(scene.lookup(".notebook-drawer"));
    assertSame(scene.lookup("#question"), scene.getFocusOwner());
    robot.interact(() -> ui.settings.textScaleProperty().set(0.7));
    robot.interact(() -> ((ButtonBase) scene.lookup("#drawerHandle")).fire());
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> scene.getRoot().layout());
    assertEquals(place(scene.lookup(".notebook-drawer")).getMaxX(), place(page).getMinX(), 0.5);
    robot.interact(() -> ui.settings.textScaleProperty().set(2.5));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> scene.getRoot().layout());
    Bounds drawer = place(scene.lookup(".notebook-drawer"));
    assertTrue(drawer.getWidth() <= 0.7 * 1200, "the answers are still seen: " + drawer);
    toggle(robot);
    assertFalse(ui.settings.drawerProperty().get());
  }

  @Test
  void fromAnotherPageItsKeyGoesToTheAnswers(FxRobot robot) throws TimeoutException {
    robot.interact(() -> ui.parts.shell().pageProperty().set(Page.VECTORS));
    toggle(robot);
    until(() -> scene.lookup(".notebook-drawer") != null);
    assertEquals(Page.COMPARE, ui.parts.shell().pageProperty().get());
    fire(robot, "#drawerPage");
    assertEquals(Page.NOTEBOOK, ui.parts.shell().pageProperty().get());
  }
}
