package org.densesteer.ui.trace;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The answer of an arm, with a tick or a cross as well as a colour. */
final class AnswerChip extends Label {

  private static final int LONGEST = 14;

  private final ArmViewModel arm;
  private final FontIcon sign = new FontIcon(Feather.CHECK);
  private final Tooltip tip = new Tooltip();

  AnswerChip(ArmViewModel arm) {
    this.arm = arm;
    getStyleClass().addAll("figure", "answer-chip");
    setMinWidth(USE_PREF_SIZE);
    arm.revisionProperty().addListener((property, before, now) -> update());
    update();
  }

  private void update() {
    ArmState state = arm.stateProperty().get();
    String answer = arm.answerProperty().get();
    Verdict verdict = arm.verdictProperty().get();
    boolean shown = state.ended() && (arm.trace() != null || !answer.isEmpty());
    setVisible(shown);
    setManaged(shown);
    if (!shown) {
      return;
    }
    String text = answer.isEmpty() ? "no answer" : answer;
    setText(text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text);
    sign.setIconCode(verdict == Verdict.RIGHT ? Feather.CHECK : Feather.X);
    setGraphic(verdict == Verdict.UNKNOWN ? null : sign);
    getStyleClass().removeAll("right", "wrong");
    String meaning =
        switch (verdict) {
          case RIGHT -> "right";
          case WRONG -> "wrong";
          case UNKNOWN -> "not checked: no gold answer is known";
        };
    if (verdict != Verdict.UNKNOWN) {
      getStyleClass().add(meaning);
    }
    tip.setText("Answer: " + text + ", " + meaning + ".");
    setTooltip(tip);
    setAccessibleText(tip.getText());
  }
}
