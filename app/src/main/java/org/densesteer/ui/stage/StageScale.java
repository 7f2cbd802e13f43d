package org.densesteer.ui.stage;

import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.Region;
import org.densesteer.common.Texts;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.TextSize;

/**
 * Lets all of the stage grow with the window: at 1920 by 1080 its answers are set in about 28
 * pixels, so that small letters are 1.4 % of the picture's height.
 */
final class StageScale {

  private static final double FULL_WIDTH = 1920;
  private static final double FULL_HEIGHT = 1080;
  private static final double FULL_EM = 22;

  private final Region root;
  private final Settings settings;
  private boolean waiting;

  StageScale(Region root, Settings settings) {
    this.root = root;
    this.settings = settings;
    InvalidationListener changed = change -> scaleSoon();
    root.widthProperty().addListener(changed);
    root.heightProperty().addListener(changed);
    settings.textScaleProperty().addListener(changed);
  }

  /** Not within the layout that brings the size. */
  private void scaleSoon() {
    if (!waiting) {
      waiting = true;
      Platform.runLater(this::scale);
    }
  }

  private void scale() {
    waiting = false;
    double em = em(root.getWidth(), root.getHeight()) * settings.textScaleProperty().get();
    root.setStyle(Texts.of("-fx-font-size: %.1fpx;", em));
  }

  /** Pixels of an em on a stage of this size, before a person enlarges all text. */
  static double em(double width, double height) {
    double share = Math.min(width / FULL_WIDTH, height / FULL_HEIGHT);
    return Math.max(TextSize.BASE, FULL_EM * share);
  }
}
