package org.densesteer.ui.trace;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.densesteer.generation.Alternative;
import org.densesteer.generation.TokenEvent;

/** What one arm thought at one token: its choice, how sure it was, what else could have come. */
final class TokenColumn extends GridPane {

  private static final double BAR = 56;

  TokenColumn(ArmViewModel arm, TokenEvent token) {
    getStyleClass().addAll("token-column", "arm-" + arm.colourIndex());
    int row = 0;
    Label name = label(arm.name(), "arm-caption");
    add(name, 0, row++, 3, 1);
    Label chosen = label(FigureText.visible(token.text()), "figure", "token-text");
    add(chosen, 0, row++, 3, 1);
    boolean steered = !arm.steeringsProperty().get().isEmpty();
    add(label(steered ? "by the steered model" : "by the model", "model-caption"), 0, row++, 3, 1);
    row = fact(row, "probability", FigureText.probability(token.probability()));
    row = fact(row, "rank", Integer.toString(token.rank()));
    if (Double.isFinite(token.alignment())) {
      row = fact(row, "alignment", FigureText.decimals(token.alignment(), 3));
    }
    boolean gated = arm.steeringsProperty().get().stream().anyMatch(s -> !s.gate().constant());
    if (gated || Double.isFinite(token.alignment())) {
      row =
          fact(row, gated ? "strength λ·g" : "strength λ", FigureText.signed(token.strength(), 2));
    }
    if (steered) {
      add(label("by the unsteered model", "model-caption"), 0, row++, 3, 1);
    }
    row = fact(row, "NLL", FigureText.decimals(token.nll(), 3) + " nats");
    if (steered) {
      row = fact(row, "KL, steered from it", FigureText.decimals(token.kl(), 3) + " nats");
    }
    add(label(steered ? "most likely, steered" : "most likely", "model-caption"), 0, row++, 3, 1);
    for (Alternative other : token.alternatives()) {
      Label text = label(FigureText.visible(other.text()), "figure");
      if (other.tokenId() == token.tokenId()) {
        text.getStyleClass().add("chosen");
      }
      Region bar = new Region();
      bar.getStyleClass().add("probability-bar");
      bar.setMinWidth(Math.max(1, BAR * other.probability()));
      bar.setMaxWidth(Math.max(1, BAR * other.probability()));
      add(text, 0, row);
      add(bar, 1, row);
      add(label(FigureText.probability(other.probability()), "figure"), 2, row++);
    }
  }

  private int fact(int row, String what, String value) {
    add(label(what, "figure-caption"), 0, row);
    Label figure = label(value, "figure");
    add(figure, 1, row, 2, 1);
    return row + 1;
  }

  private static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
