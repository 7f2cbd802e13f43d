package org.densesteer.ui.help;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.densesteer.ui.common.Fx;

/** A word of the window, what it means, and what to beware of; filled in by a view. */
public final class Definition extends VBox {

  private final Label term = line("definition-term");
  private final Label text = line("definition-text");
  private final Label caveat = line("note");

  /** Called by the view. */
  public Definition() {
    getStyleClass().add("definition");
    getChildren().setAll(term, text, caveat);
    Fx.visible(caveat, false);
  }

  private static Label line(String styleClass) {
    Label label = new Label();
    label.setWrapText(true);
    label.getStyleClass().add(styleClass);
    return label;
  }

  /** The word. */
  public String getTerm() {
    return term.getText();
  }

  public void setTerm(String words) {
    term.setText(words);
  }

  /** What it means. */
  public String getText() {
    return text.getText();
  }

  public void setText(String words) {
    text.setText(words);
  }

  /** What to beware of; empty for nothing. */
  public String getCaveat() {
    return caveat.getText();
  }

  public void setCaveat(String words) {
    caveat.setText(words);
    Fx.visible(caveat, !words.isEmpty());
  }
}
