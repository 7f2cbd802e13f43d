package org.densesteer.ui.trace;

import java.util.List;
import java.util.SortedMap;
import javafx.scene.Group;
import javafx.scene.text.Text;
import org.densesteer.metrics.StepMeasures;

/** The figures of a step, one under the other: number, tokens, mean NLL, new strengths. */
final class StepMargin extends Group {

  private final Text number = text("step-number");
  private final Text tokens = text("step-figure");
  private final Text nll = text("step-figure");
  private final Text strengths = text("step-strength");

  StepMargin() {
    getChildren().addAll(number, tokens, nll, strengths);
    setAutoSizeChildren(false);
    setMouseTransparent(true);
  }

  private static Text text(String style) {
    Text text = new Text();
    text.getStyleClass().addAll("figure", style);
    text.setTextOrigin(javafx.geometry.VPos.TOP);
    return text;
  }

  void show(StepMeasures step, SortedMap<Integer, String> marks) {
    number.setText(Integer.toString(step.step().number()));
    tokens.setText(step.tokens() + " tok");
    nll.setText(FigureText.decimals(step.nllWithPrompt(), 2));
    strengths.setText(String.join("\n", marks.values()));
  }

  /**
   * Sets the lines flush right in {@code width} and returns their height.
   *
   * @param numberOnly whether there is no room for anything else
   */
  double arrange(double width, boolean numberOnly) {
    double y = 0;
    for (Text line : List.of(number, tokens, nll, strengths)) {
      line.setVisible(line == number || !numberOnly);
      if (line.isVisible() && !line.getText().isEmpty()) {
        line.setX(width - line.getLayoutBounds().getWidth());
        line.setY(y);
        y += line.getLayoutBounds().getHeight();
      }
    }
    return y;
  }
}
