package org.densesteer.ui.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.metrics.answer.AnswerChecker;
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
  private final TraceLink link = new TraceLink();
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
  void headShowsFiguresAndDifferences() {
    runBoth();
    assertTrue(says(left, "8"));
    assertTrue(says(right, "3"));
    assertTrue(says(right, "−5"));
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
    double buys = right.column().rows().get(0).placeOf(1).getX();
    assertEquals(buys, markLeft, 4);
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
  void hoveringOverATokenShowsItsCard(FxRobot robot) {
    runBoth();
    Bounds row =
        left.column().rows().get(0).localToScreen(left.column().rows().get(0).getBoundsInLocal());
    double x =
        left.column().rows().get(0).localToScreen(left.column().rows().get(0).placeOf(0)).getX();
    robot.moveTo(x + 8, row.getMinY() + 8);
    robot.moveTo(x + 10, row.getMinY() + 8);
    WaitForAsyncUtils.sleep(600, java.util.concurrent.TimeUnit.MILLISECONDS);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(left.hands().card().isShowing());
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

  private List<TokenEvent> many(int count, int stepLength) {
    Random random = new Random(5);
    TokenEvent[] tokens = new TokenEvent[count];
    for (int i = 0; i < count; i++) {
      String text = (i % stepLength == stepLength - 1) ? ".\n\n" : " word" + i % 10;
      tokens[i] = ScriptedStream.event(0, i, text, random, 0);
    }
    return Arrays.asList(tokens);
  }

  @Test
  void streamingFollowsTheEndUntilAPersonScrollsUp(FxRobot robot) {
    List<TokenEvent> tokens = many(600, 12);
    onWindow(() -> baseline.accept(tokens.subList(0, 300)));
    settle();
    onWindow(() -> baseline.accept(tokens.subList(300, 400)));
    settle();
    assertEquals(1, left.scroller().getVvalue(), 1e-6);
    robot.moveTo(left);
    robot.scroll(20, javafx.geometry.VerticalDirection.UP);
    WaitForAsyncUtils.waitForFxEvents();
    double place = left.scroller().getVvalue() * left.column().getHeight();
    assertTrue(left.scroller().getVvalue() < 0.99);
    onWindow(() -> baseline.accept(tokens.subList(400, 600)));
    settle();
    assertFalse(left.scroll().following());
    assertTrue(left.scroller().getVvalue() < 0.9, () -> "still at the end, was at " + place);
  }

  @Test
  void scrollingIsLinkedByStep(FxRobot robot) {
    onWindow(
        () -> {
          baseline.accept(many(600, 12));
          steered.accept(many(600, 24));
        });
    settle();
    onWindow(() -> link.showStep(10));
    settle();
    double baselineTop = topStep(left);
    double steeredTop = topStep(right);
    assertEquals(10, baselineTop);
    assertEquals(10, steeredTop);
    robot.moveTo(left);
    robot.scroll(3, javafx.geometry.VerticalDirection.DOWN);
    WaitForAsyncUtils.waitForFxEvents();
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

  @Test
  void aLongTraceStaysCheapToAppendTo() {
    assertTrue(medianAppend(14, TokenColouring.NONE) < 8);
    assertTrue(medianAppend(14, TokenColouring.NLL) < 8);
  }

  @Test
  void oneEndlessStepStaysCheapToAppendTo() {
    assertTrue(medianAppend(100_000, TokenColouring.NONE) < 8);
  }

  /** Median milliseconds of accepting four tokens at 2,000, layout included. */
  private double medianAppend(int stepLength, TokenColouring colouring) {
    List<TokenEvent> tokens = many(2200, stepLength);
    double[] millis = new double[50];
    onWindow(
        () -> {
          baseline.reset();
          link.colouringProperty().set(colouring);
          baseline.accept(tokens.subList(0, 2000));
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            baseline.accept(tokens.subList(2000 + 4 * i, 2004 + 4 * i));
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            millis[i] = (System.nanoTime() - start) / 1e6;
          }
        });
    Arrays.sort(millis);
    assertNotNull(left.column().rowOf(2199));
    System.out.printf(
        "append of 4 tokens at 2,000 (step length %d, colour %s): median %.2f ms, worst %.2f ms%n",
        stepLength, colouring, millis[25], millis[49]);
    return millis[25];
  }
}
