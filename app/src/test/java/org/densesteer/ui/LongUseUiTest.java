package org.densesteer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import org.densesteer.ui.compare.CompareViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Many runs in one window: {@code -Ddensesteer.runs=300} for more of them. */
@ExtendWith(ApplicationExtension.class)
class LongUseUiTest {

  private static final int RUNS = Integer.getInteger("densesteer.runs", 25);

  /** Runs until everything that is kept a bounded while has its full number. */
  private static final int FIRST = 12;

  /** What a run may leave: its line in the notebook's list, with question and figures. */
  private static final int BYTES_PER_RUN = 8_000;

  /** What the toolkit and the virtual machine may do in between. */
  private static final int SLACK = 500_000;

  private static final String ROW = "org.densesteer.ui.notebook.NotebookRow";

  @TempDir Path folder;

  private UiParts ui;
  private CompareViewModel compare;

  @Start
  private void start(Stage stage) {
    ui = new UiParts(0, folder);
    ui.show(stage);
    compare = ui.parts.compare();
  }

  @BeforeEach
  void waitUntilReady() throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        15, TimeUnit.SECONDS, () -> ui.parts.steering().scaleProperty().get().known());
  }

  private void run(int times) throws TimeoutException {
    for (int i = 0; i < times; i++) {
      int number = compare.runNumberProperty().get() + 1;
      WaitForAsyncUtils.waitForAsyncFx(10_000, compare::run);
      long end = System.nanoTime() + 15_000_000_000L;
      while (compare.runNumberProperty().get() != number || compare.runningProperty().get()) {
        if (System.nanoTime() > end) {
          throw new TimeoutException("Run " + number + " does not end.");
        }
        LockSupport.parkNanos(1_000_000);
      }
    }
    ui.parts.flush();
    WaitForAsyncUtils.waitForFxEvents();
    // What the scripted model remembers for other tests is none of the window's.
    ui.engine.requests.clear();
    ui.engine.controls.clear();
    ui.engine.frames.clear();
  }

  /** Objects of the window and of its toolkit, listeners among them. */
  private static Map<String, Long> objects() {
    Map<String, Long> objects = new TreeMap<>(HeapHistogram.of("org.densesteer."));
    for (String toolkit : new String[] {"javafx.", "com.sun.javafx.", "io.fair_acc."}) {
      objects.putAll(HeapHistogram.of(toolkit));
    }
    return objects;
  }

  /** By one a run, and by more than windows before this one leave to chance in the same process. */
  private static boolean grew(long before, long after) {
    return after - before >= Math.max(RUNS, before / 1_000);
  }

  @Test
  void aRunLeavesItsLineInTheNotebookAndNothingElse() throws TimeoutException {
    run(FIRST);
    Map<String, Long> before = objects();
    long bytesBefore = HeapHistogram.bytes();
    run(RUNS);
    long bytes = HeapHistogram.bytes() - bytesBefore;
    Map<String, Long> after = objects();

    assertEquals(RUNS, after.getOrDefault(ROW, 0L) - before.getOrDefault(ROW, 0L));
    Set<String> more =
        after.keySet().stream()
            .filter(type -> !type.equals(ROW))
            // What the notebook's list says of a run.
            .filter(type -> !type.startsWith("org.densesteer.notebook."))
            // JavaFX keeps how texts were laid out, a bounded number: each run's number is one.
            .filter(type -> !type.startsWith("com.sun.javafx.text."))
            .filter(type -> !type.startsWith("com.sun.javafx.geom."))
            .filter(type -> grew(before.getOrDefault(type, 0L), after.get(type)))
            .map(type -> type + ": " + before.get(type) + ", then " + after.get(type))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), more);
    assertTrue(bytes < SLACK + (long) RUNS * BYTES_PER_RUN, "bytes more than before: " + bytes);
  }
}
