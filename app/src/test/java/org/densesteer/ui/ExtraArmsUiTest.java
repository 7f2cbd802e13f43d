package org.densesteer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Arms that are put beside the two and taken away again. {@code -Ddensesteer.arms=30} makes more.
 */
@ExtendWith(ApplicationExtension.class)
class ExtraArmsUiTest {

  private static final int ARMS = Integer.getInteger("densesteer.arms", 12);
  private static final String ROW = "org.densesteer.ui.notebook.NotebookRow";

  @TempDir Path folder;

  private UiParts ui;
  private Scene scene;
  private final List<WeakReference<Object>> gone = new ArrayList<>();

  @Start
  private void start(Stage stage) {
    ui = new UiParts(0, folder);
    scene = ui.show(stage);
  }

  @BeforeEach
  void waitUntilReady() throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        15, TimeUnit.SECONDS, () -> ui.parts.steering().scaleProperty().get().known());
  }

  private void untilAnswered(int runs) throws TimeoutException {
    long end = System.nanoTime() + 15_000_000_000L;
    while (ui.parts.compare().runNumberProperty().get() != runs
        || ui.parts.compare().runningProperty().get()) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("Run " + runs + " does not end.");
      }
      // TestFX looks too seldom for so many runs.
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void onWindow(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
  }

  /** Adds an arm, lets it answer, and takes it away; both start a run. */
  private void addAndRemoveAnArm() throws TimeoutException {
    int runs = ui.parts.compare().runNumberProperty().get();
    onWindow(
        () ->
            ((MenuButton) scene.lookup("#armMenu"))
                .getItems().stream()
                    .filter(item -> String.valueOf(item.getText()).startsWith("Random"))
                    .findFirst()
                    .orElseThrow()
                    .fire());
    untilAnswered(runs + 1);
    onWindow(
        () -> {
          Node pane = scene.lookup(".trace-pane.arm-2");
          gone.add(new WeakReference<>(Objects.requireNonNull(pane)));
          gone.add(new WeakReference<>(ui.parts.compare().arms().get(2)));
          // Not fired: TestFX keeps every event that passed through a stage, with its target.
          ((Button) scene.lookup(".arm-chip")).getOnAction().handle(new ActionEvent());
        });
    untilAnswered(runs + 2);
  }

  /** Our own objects, listeners among them, and the toolkit's that map one value to another. */
  private Map<String, Long> objects() {
    ui.parts.flush();
    WaitForAsyncUtils.waitForFxEvents();
    Map<String, Long> objects = new TreeMap<>(HeapHistogram.of("org.densesteer.ui."));
    objects.putAll(HeapHistogram.of("com.sun.javafx.binding.MappedBinding"));
    objects.putAll(HeapHistogram.of("com.sun.javafx.binding.FlatMappedBinding"));
    return objects;
  }

  private long lines() {
    return objects().getOrDefault(ROW, 0L);
  }

  /** How many lines of a notebook there are, once a list that was read again is the only one. */
  private long linesOnce(long expected) {
    long end = System.nanoTime() + 10_000_000_000L;
    long lines = lines();
    while (lines != expected && System.nanoTime() < end) {
      LockSupport.parkNanos(100_000_000);
      lines = lines();
    }
    return lines;
  }

  /** What was taken away and can still be reached, once the window has been drawn without it. */
  private List<Object> left() {
    long end = System.nanoTime() + 10_000_000_000L;
    while (true) {
      objects();
      List<Object> left = new ArrayList<>();
      gone.stream().map(WeakReference::get).filter(Objects::nonNull).forEach(left::add);
      if (left.isEmpty() || System.nanoTime() > end) {
        return left;
      }
      LockSupport.parkNanos(100_000_000);
    }
  }

  @Test
  void whatWasTakenAwayIsGoneAndNothingOfItListens() throws TimeoutException {
    long lines = lines();
    onWindow(() -> ((Button) scene.lookup("#runButton")).fire());
    untilAnswered(1);
    addAndRemoveAnArm();
    Map<String, Long> before = objects();
    for (int i = 0; i < ARMS; i++) {
      addAndRemoveAnArm();
    }
    assertEquals(List.of(), left());
    Map<String, Long> after = objects();
    assertEquals(lines + 3 + 2 * ARMS, linesOnce(lines + 3 + 2 * ARMS));
    Set<String> more =
        after.keySet().stream()
            .filter(type -> !type.equals(ROW))
            // What an arm was stays for undo, a bounded while and without its pane.
            .filter(type -> !type.equals("org.densesteer.ui.compare.PlaceboArm"))
            .filter(type -> after.get(type) >= before.getOrDefault(type, 0L) + ARMS)
            .map(type -> type + ": " + before.get(type) + ", then " + after.get(type))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), more);
  }
}
