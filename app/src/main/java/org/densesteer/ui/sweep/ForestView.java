package org.densesteer.ui.sweep;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Draws a {@link ForestPicture}: a row for each arm, one scale with a line at zero for all. */
public final class ForestView extends GridPane {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  /** Creates a view that shows nothing. */
  public ForestView() {
    getStyleClass().add("forest");
    ColumnConstraints drawn = new ColumnConstraints();
    drawn.setHgrow(Priority.ALWAYS);
    drawn.setMinWidth(80);
    ColumnConstraints figures = new ColumnConstraints();
    figures.setHalignment(HPos.RIGHT);
    getColumnConstraints().setAll(new ColumnConstraints(), drawn, figures);
  }

  /** Shows another picture. */
  void show(ForestPicture picture) {
    getChildren().clear();
    int line = 0;
    for (ForestPicture.Row row : picture.rows()) {
      Label name = label(row.name(), row.chosen());
      name.setTooltip(new Tooltip(row.about()));
      Label figure = label(row.figure(), row.chosen());
      figure.getStyleClass().add("figure");
      ForestBar bar = new ForestBar(row, picture.low(), picture.high());
      bar.pseudoClassStateChanged(CHOSEN, row.chosen());
      add(name, 0, line);
      add(bar, 1, line);
      add(figure, 2, line++);
    }
  }

  private static Label label(String text, boolean chosen) {
    Label label = new Label(text);
    label.setMinWidth(USE_PREF_SIZE);
    label.getStyleClass().add("forest-text");
    label.pseudoClassStateChanged(CHOSEN, chosen);
    return label;
  }
}
