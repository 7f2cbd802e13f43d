package org.densesteer.ui.journey;

import static org.densesteer.ui.Waiting.until;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.notebook.Run;
import org.densesteer.ui.QuickKeys;
import org.densesteer.ui.UiParts;
import org.densesteer.ui.trace.Staleness;
import org.testfx.api.FxRobot;

/** The whole window as a person has it before them. */
final class Journey {

  private static final int PATIENCE_SECONDS = 20;

  final UiParts ui;
  final Scene scene;

  /** Opens a window of a person whose files lie in a folder. */
  Journey(Stage stage, Path home, int millisecondsPerToken) {
    this(stage, new UiParts(millisecondsPerToken, home));
  }

  private Journey(Stage stage, UiParts ui) {
    this.ui = ui;
    scene = ui.show(stage);
  }

  /** Opens a window with the sample model and its vector. */
  static Journey ofSample(Stage stage, Path home) {
    return new Journey(stage, UiParts.ofSample(home));
  }

  /** Waits for model, vector and problem. */
  void ready() throws TimeoutException {
    until(() -> !find("#runButton").isDisabled());
    until(() -> ui.steering().scaleProperty().get().known());
  }

  Node find(String selector) {
    return Objects.requireNonNull(scene.lookup(selector), selector);
  }

  /** Presses Ctrl and a key. */
  static void control(KeyCode key) {
    new QuickKeys().type(KeyCode.CONTROL, key);
  }

  /** Runs and waits for the end. */
  Run run() throws TimeoutException {
    Run before = ui.compare().runProperty().get();
    control(KeyCode.ENTER);
    until(() -> ui.compare().runProperty().get() != before);
    return Objects.requireNonNull(ui.compare().runProperty().get());
  }

  /** Types a number into a box of the steering panel. */
  void type(FxRobot robot, String box, String number) {
    robot.clickOn(box);
    control(KeyCode.A);
    robot.write(number).type(KeyCode.ENTER);
  }

  /** What an arm says. */
  String said(int arm) {
    return ui.compare().arms().get(arm).response().text();
  }

  Staleness staleness(int arm) {
    return ui.compare().arms().get(arm).stalenessProperty().get();
  }

  /** The sentence that the window says last. */
  String sentence() {
    return Objects.requireNonNull(ui.notices.lastProperty().get()).sentence();
  }

  boolean isTold() {
    return ui.notices.lastProperty().get() != null;
  }
}
