package org.densesteer.ui.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.ui.copies.ScriptedCopies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TracePaneUiTest {

  private final ArmViewModel baseline = new ArmViewModel("Baseline", 0, ScriptedStream.WORDS);
  private final ArmViewModel steered = new ArmViewModel("Steered", 1, ScriptedStream.WORDS);
  private final TraceLink link = new TraceLink(ScriptedCopies.copier());
  private final List<TokenEvent> sparse = ScriptedStream.tokens(0, ScriptedStream.SPARSE, 7);
  private final List<TokenEvent> dense = ScriptedStream.tokens(1, ScriptedStream.DENSE, 8);

  private TracePane left;
  private TracePane right;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    left = new TracePane(baseline, baseline, link);
    right = new TracePane(steered, baseline, link);
    left.setPrefWidth(500);
    right.setPrefWidth(500);
    scene = new Scene(new HBox(left, right), 1000, 420);
    scene
        .getStylesheets()
        .add(TracePaneUiTest.class.getResource("/styles/trace.css").toExternalForm());
    stage.setScene(scene);
    stage.show();
  }

  private static void onWindow(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void settle() {
    onWindow(
        () -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
        });
  }

  private static boolean says(TracePane pane, String text) {
    return pane.lookupAll(".label").stream()
        .map(Label.class::cast)
        .anyMatch(label -> label.isVisible() && text.equals(label.getText()));
  }

  private void runBoth() {
    onWindow(
        () -> {
          sparse.forEach(token -> baseline.accept(List.of(token)));
          dense.forEach(token -> steered.accept(List.of(token)));
          AnswerChecker gold = AnswerChecker.of("84");
          baseline.finish(ScriptedStream.trace(sparse, StopReason.END_OF_TEXT), gold);
          steered.finish(ScriptedStream.trace(dense, StopReason.CANCELLED), gold);
        });
    settle();
  }

  @Test
  void anEmptyPaneSaysWhatToDo() {
    String invitation = "No answer yet. Press Run or Ctrl+Enter.";
    assertTrue(says(left, invitation));
    onWindow(() -> baseline.accept(sparse.subList(0, 1)));
    assertFalse(says(left, invitation));
    onWindow(baseline::reset);
    assertTrue(says(left, invitation));
  }

  @Test
  void headShowsFiguresAndNoDifferenceOfAnAnswerThatWasStopped() {
    runBoth();
    assertTrue(says(left, "8"));
    assertTrue(says(right, "3"));
    assertFalse(says(right, "−5"));
    assertTrue(says(right, "84"));
    assertTrue(says(right, "stopped"));
    assertFalse(says(left, "±0"));
  }

  @Test
  void stepsStandInRowsAndTheFirstDifferenceIsMarked() {
    runBoth();
    assertEquals(8, left.column().rows().size());
    assertEquals(3, right.column().rows().size());
    Path mark = (Path) right.column().rows().get(0).lookup(".first-difference");
    assertTrue(mark.isVisible());
    assertFalse(left.column().rows().get(0).lookup(".first-difference").isVisible());
    double markLeft = mark.getBoundsInParent().getMinX();
    double[] buys = new double[1];
    onWindow(() -> buys[0] = right.column().rows().get(0).placeOf(1).getX());
    assertEquals(buys[0], markLeft, 4);
  }

  @Test
  void coloursFollowTheChosenMeasure() {
    runBoth();
    assertTrue(right.lookupAll(".token-shade").isEmpty());
    onWindow(() -> link.colouringProperty().set(TokenColouring.NLL));
    settle();
    assertFalse(right.lookupAll(".token-shade").isEmpty());
    assertTrue(says(right, "nats, unsteered model"));
    onWindow(() -> link.colouringProperty().set(TokenColouring.NONE));
    settle();
    assertTrue(right.lookupAll(".token-shade").isEmpty());
  }

  @Test
  void theCardShowsBothArmsOnlyWhereThePrefixIsTheSame() {
    runBoth();
    onWindow(() -> right.hands().look(1));
    assertTrue(right.hands().card().isShowing());
    assertEquals(2, right.hands().card().content().getChildren().size());
    onWindow(() -> right.hands().look(2));
    assertEquals(1, right.hands().card().content().getChildren().size());
    onWindow(() -> right.hands().card().hide());
  }

  @Test
  void hoveringOverATokenShowsItsCard() throws TimeoutException {
    runBoth();
    onWindow(
        () -> {
          Point2D under = left.column().placeOf(2);
          left.column().focusToken(-1);
          moveMouse(left, under.getX() + 8, under.getY() - 6);
        });
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> left.hands().card().isShowing());
    assertEquals(2, left.column().focusedToken());
    onWindow(() -> moveMouse(left, 1, 1));
    assertFalse(left.hands().card().isShowing());
    assertEquals(-1, left.column().focusedToken());
  }

  /** Moves the mouse to a point given in coordinates of the pane's column. */
  private static void moveMouse(TracePane pane, double x, double y) {
    Point2D inScene = pane.column().localToScene(x, y);
    pane.column()
        .fireEvent(
            new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                inScene.getX(),
                inScene.getY(),
                inScene.getX(),
                inScene.getY(),
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                new PickResult(pane.column(), inScene.getX(), inScene.getY())));
  }

  @Test
  void theWholeTextCanBeSelectedAndCopied(FxRobot robot) {
    runBoth();
    onWindow(() -> right.column().requestFocus());
    robot.press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT);
    robot.press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
    String[] copied = new String[1];
    onWindow(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertEquals(ScriptedStream.DENSE, copied[0]);
  }

  @Test
  void keysWalkFromTokenToToken(FxRobot robot) {
    runBoth();
    onWindow(() -> right.column().requestFocus());
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertEquals(1, right.column().focusedToken());
    robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
    assertEquals(0, right.column().focusedToken());
  }

  /** Turns the mouse wheel over a pane's text; positive is away from the person. */
  private void turnWheel(TracePane pane, double pixels) {
    onWindow(
        () ->
            pane.column()
                .fireEvent(
                    new ScrollEvent(
                        ScrollEvent.SCROLL,
                        5,
                        5,
                        5,
                        5,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        pixels,
                        0,
                        pixels,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null)));
  }

  @Test
  void streamingFollowsTheEndUntilAPersonScrollsUp() {
    List<TokenEvent> tokens = ScriptedStream.words(600, 12);
    onWindow(() -> baseline.accept(tokens.subList(0, 300)));
    settle();
    onWindow(() -> baseline.accept(tokens.subList(300, 400)));
    settle();
    assertEquals(1, left.scroller().getVvalue(), 1e-6);
    turnWheel(left, 400);
    double place = left.scroller().getVvalue();
    assertTrue(place < 0.99);
    onWindow(() -> baseline.accept(tokens.subList(400, 600)));
    settle();
    assertFalse(left.scroll().following());
    assertTrue(left.scroller().getVvalue() < place);
  }

  @Test
  void scrollingIsLinkedByStep() {
    onWindow(
        () -> {
          baseline.accept(ScriptedStream.words(600, 12));
          steered.accept(ScriptedStream.words(600, 24));
        });
    settle();
    onWindow(() -> link.showStep(10));
    settle();
    double baselineTop = topStep(left);
    double steeredTop = topStep(right);
    assertEquals(10, baselineTop);
    assertEquals(10, steeredTop);
    turnWheel(left, -300);
    settle();
    assertTrue(topStep(left) > baselineTop);
    assertEquals(topStep(left), topStep(right));
  }

  private static int topStep(TracePane pane) {
    double hidden = pane.column().getHeight() - pane.scroller().getViewportBounds().getHeight();
    double top = pane.scroller().getVvalue() * hidden + 0.5;
    for (StepRow row : pane.column().rows()) {
      if (row.getLayoutY() + row.getHeight() > top) {
        return row.step().step().number();
      }
    }
    return -1;
  }
}
