package org.densesteer.ui.trace;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The answer of an arm, with a tick or a cross as well as a colour. */
final class AnswerChip extends Label {

  private static final int LONGEST = 14;

  private final FontIcon sign = new FontIcon(Feather.CHECK);
  private final Tooltip tip = new Tooltip();

  AnswerChip() {
    getStyleClass().addAll("figure", "answer-chip");
    setMinWidth(USE_PREF_SIZE);
    setTooltip(tip);
    accessibleTextProperty().bind(tip.textProperty());
  }

  Subscription follow(ArmViewModel arm) {
    return arm.answerProperty().subscribe(this::show);
  }

  private void show(@Nullable GivenAnswer answer) {
    Fx.visible(this, answer != null);
    if (answer != null) {
      String text = answer.text().isEmpty() ? "no answer" : answer.text();
      Verdict verdict = answer.verdict();
      setText(text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text);
      sign.setIconCode(verdict == Verdict.RIGHT ? Feather.CHECK : Feather.X);
      setGraphic(verdict == Verdict.UNKNOWN ? null : sign);
      Fx.styled(this, "right", verdict == Verdict.RIGHT);
      Fx.styled(this, "wrong", verdict == Verdict.WRONG);
      tip.setText("Answer: " + text + ", " + meaning(verdict) + ".");
    }
  }

  private static String meaning(Verdict verdict) {
    return switch (verdict) {
      case RIGHT -> "right";
      case WRONG -> "wrong";
      case UNKNOWN -> "not checked: no gold answer is known";
    };
  }
}
