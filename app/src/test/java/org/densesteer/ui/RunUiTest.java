package org.densesteer.ui;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.ui.trace.ArmState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Runs that take their time: streaming, stopping, a slider in between; and the export after. */
@ExtendWith(ApplicationExtension.class)
class RunUiTest {

  @TempDir Path folder;

  private UiParts ui;
  private Scene scene;

  @Start
  private void start(Stage stage) {
    ui = new UiParts(15, folder);
    scene = ui.show(stage);
  }

  @BeforeEach
  void waitUntilReady() throws TimeoutException {
    until(() -> !scene.lookup("#runButton").isDisabled());
    until(() -> ui.parts.steering().scaleProperty().get().known());
  }

  private boolean running() {
    return ui.parts.compare().runningProperty().get();
  }

  private int said(int arm) {
    return ui.parts.compare().arms().get(arm).response().size();
  }

  @Test
  void textGrowsWhileTheWindowStaysAwake(FxRobot robot) throws TimeoutException {
    AtomicLong longest = new AtomicLong();
    AnimationTimer watch =
        new AnimationTimer() {
          private long before;

          @Override
          public void handle(long now) {
            if (before != 0) {
              longest.accumulateAndGet(now - before, Math::max);
            }
            before = now;
          }
        };
    ui.engine.holdAfter = 5;
    robot.clickOn("#runButton");
    until(() -> said(0) == 5);
    assertTrue(running());
    robot.interact(watch::start);
    ui.engine.holdAfter = Integer.MAX_VALUE;
    until(() -> !running());
    robot.interact(watch::stop);
    assertEquals(ArmState.COMPLETE, ui.parts.compare().arms().get(0).stateProperty().get());
    assertTrue(said(0) > said(1), "the steered answer is denser");
    assertTrue(
        longest.get() < 1_000_000_000L,
        "the window stood still for " + longest.get() / 1_000_000 + " ms");
  }

  @Test
  void escapeStopsAndKeepsWhatCame(FxRobot robot) throws TimeoutException {
    ui.engine.holdAfter = 5;
    robot.clickOn("#runButton");
    until(() -> said(0) == 5);
    assertFalse(((Button) scene.lookup("#stopButton")).isDisabled());
    robot.type(KeyCode.ESCAPE);
    until(() -> !running());
    assertEquals(ArmState.STOPPED, ui.parts.compare().arms().get(0).stateProperty().get());
    assertEquals(5, said(0));
  }

  @Test
  void aRestedSliderKeepsTheBaselineAndRunsTheSteeredArm(FxRobot robot) throws TimeoutException {
    robot.clickOn("#runButton");
    until(() -> said(0) > 0);
    until(() -> !running());
    int baseline = said(0);
    robot.interact(() -> ui.parts.steering().setStrength(0));
    until(() -> ui.engine.requests.size() == 2);
    assertEquals(baseline, said(0));
    until(() -> !running() && said(1) > 0);
    assertEquals(1, ui.engine.requests.get(1).arms().size());
    assertEquals("not applied", ((Label) scene.lookup("#lightText")).getText());
  }

  @Test
  void theTunedVectorGoesToAFile(FxRobot robot) throws TimeoutException {
    Path file = folder.resolve("tuned.safetensors");
    ui.dialogs.answer = file;
    robot.clickOn("#exportButton");
    robot.clickOn("#strengthBaked");
    assertShownWholeOrScrolled();
    robot.clickOn("Export to file…");
    until(() -> scene.lookup("#resultText").isVisible());
    until(() -> ((Label) scene.lookup("#resultText")).getText().contains(file.toString()));
    assertEquals("dense-last-layer5-times2.safetensors", ui.dialogs.suggested);
    assertShownWholeOrScrolled();
    Region overlay = (Region) scene.lookup("#overlay");
    // The overlay alone: Monocle cannot paint a window that changes its size.
    robot.interact(() -> overlay.setMaxHeight(400));
    WaitForAsyncUtils.waitForFxEvents();
    assertShownWholeOrScrolled();
    assertEquals(Set.of(5), VectorFiles.read(file).vector().directions().keySet());
    robot.type(KeyCode.ESCAPE);
    until(() -> scene.lookup("#resultText") == null);
  }

  /** The sheet is as high as what it shows; lower only where it has no more room: it scrolls. */
  private void assertShownWholeOrScrolled() {
    ScrollPane scroll = (ScrollPane) scene.lookup("#scroll");
    Region sheet = (Region) scroll.getParent();
    Region overlay = (Region) scene.lookup("#overlay");
    double content = ((Region) scroll.getContent()).getHeight();
    double shown = scroll.getViewportBounds().getHeight();
    if (shown < content - 1) {
      assertTrue(sheet.getHeight() >= overlay.getHeight() - 2, "a sheet with room left scrolls");
      assertTrue(
          scroll.lookupAll(".scroll-bar:vertical").stream()
              .anyMatch(bar -> bar.getParent() == scroll && bar.isVisible()),
          "what is cut off can be scrolled to");
    } else {
      assertTrue(shown <= content + 2, "room below what is shown");
    }
    assertTrue(bottom(scene.lookup(".sheet-foot")) <= bottom(overlay) + 1, "buttons out of sight");
  }

  private static double bottom(Node node) {
    return node.localToScene(node.getBoundsInLocal()).getMaxY();
  }

  @Test
  void everyControlCanBeReachedByTab(FxRobot robot) {
    Set<String> wanted =
        Set.of(
            "modelMenu",
            "vectorMenu",
            "runButton",
            "themeButton",
            "problemMenu",
            "question",
            "system",
            "decoding",
            "layerSlider",
            "strengthSlider",
            "strengthField",
            "whereBox",
            "operatorBox",
            "resetButton",
            "exportButton");
    Set<String> reached = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      robot.type(KeyCode.TAB);
      Node owner = scene.getFocusOwner();
      if (owner != null && owner.getId() != null) {
        reached.add(owner.getId());
      }
    }
    Set<String> missed =
        wanted.stream().filter(id -> !reached.contains(id)).collect(Collectors.toSet());
    assertTrue(missed.isEmpty(), () -> String.format(Locale.ROOT, "never focused: %s", missed));
  }
}
