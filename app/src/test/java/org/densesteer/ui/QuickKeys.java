package org.densesteer.ui;

import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Keys for walks of hundreds of steps. TestFX waits for a twentieth of a second whenever a key is
 * pressed, released, or something is done in the window; here the window is only asked whether it
 * is through.
 */
public final class QuickKeys {

  private static final int PATIENCE_MS = 20_000;

  private final Robot robot = inWindow(Robot::new);

  /** Runs in the window's thread and waits for it and what it puts off. */
  public static <T> T inWindow(Callable<T> action) {
    T result = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, action);
    settle();
    return Objects.requireNonNull(result);
  }

  /** Waits until the window has done what was put off before. */
  public static void settle() {
    for (int i = 0; i < 2; i++) {
      WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, () -> {});
    }
  }

  /** Presses keys one after the other, holds them all, and lets go of them. */
  public void type(KeyCode... held) {
    inWindow(
        () -> {
          for (KeyCode key : held) {
            robot.keyPress(key);
          }
          return true;
        });
    inWindow(
        () -> {
          for (int i = held.length - 1; i >= 0; i--) {
            robot.keyRelease(held[i]);
          }
          return true;
        });
  }
}
