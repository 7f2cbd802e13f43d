package org.densesteer.ui.stage;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** Words that are seen for a moment above everything else, which stays where it is. */
final class Readout {

  private static final Duration REST = Duration.millis(1600);
  private static final Duration FADE = Duration.millis(400);

  private final Label label;
  private final SequentialTransition leave;

  Readout(Label label) {
    this.label = label;
    FadeTransition fade = new FadeTransition(FADE);
    fade.setFromValue(1);
    fade.setToValue(0);
    leave = new SequentialTransition(label, new PauseTransition(REST), fade);
    leave.setOnFinished(event -> label.setVisible(false));
    label.setVisible(false);
    label.setMouseTransparent(true);
  }

  /** Shows words for a moment, in the place of those before. */
  void say(String words) {
    label.setText(words);
    label.setOpacity(1);
    label.setVisible(true);
    leave.playFromStart();
  }

  /** Shows nothing any longer. */
  void hide() {
    leave.stop();
    label.setVisible(false);
  }
}
