package org.densesteer.ui.notebook;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** Tokens of each step as small bars. */
final class Sparkline extends Region {

  private static final double HEIGHT = 12;
  private static final double PITCH = 4;

  Sparkline(List<Integer> stepTokens) {
    int most = stepTokens.stream().mapToInt(Integer::intValue).max().orElse(1);
    Path bars = new Path();
    bars.getStyleClass().add("run-spark");
    for (int i = 0; i < stepTokens.size(); i++) {
      double x = PITCH * i + PITCH / 2;
      double high = Math.max(1, (HEIGHT - 1) * stepTokens.get(i) / Math.max(1, most));
      bars.getElements().addAll(new MoveTo(x, HEIGHT), new LineTo(x, HEIGHT - high));
    }
    getChildren().add(bars);
    setMinSize(PITCH * stepTokens.size(), HEIGHT + 1);
    setPrefSize(PITCH * stepTokens.size(), HEIGHT + 1);
    setMouseTransparent(true);
  }
}
