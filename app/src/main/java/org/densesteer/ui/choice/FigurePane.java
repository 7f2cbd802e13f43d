package org.densesteer.ui.choice;

import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.densesteer.figure.Face;
import org.densesteer.figure.Figure;
import org.densesteer.figure.Mark;

/** Shows a figure's marks as they would be saved, one pixel a point. */
final class FigurePane extends Pane {

  void show(Figure figure) {
    getChildren().clear();
    setMinSize(figure.size().width(), figure.size().height());
    setPrefSize(figure.size().width(), figure.size().height());
    setAccessibleText(figure.title());
    figure.marks().forEach(this::add);
  }

  private void add(Mark mark) {
    if (mark instanceof Mark.Box box) {
      Rectangle rectangle = new Rectangle(box.x(), box.y(), box.width(), box.height());
      rectangle.setFill(box.fill() == null ? null : Color.web(box.fill()));
      rectangle.setStroke(box.edge() == null ? null : Color.web(box.edge()));
      rectangle.setStrokeWidth(box.thickness());
      getChildren().add(rectangle);
    } else if (mark instanceof Mark.Line line) {
      Polyline shape = new Polyline();
      for (int i = 0; i < line.xs().length; i++) {
        shape.getPoints().addAll(line.xs()[i], line.ys()[i]);
      }
      shape.setStroke(Color.web(line.colour()));
      shape.setStrokeWidth(line.thickness());
      for (double dash : line.dashes()) {
        shape.getStrokeDashArray().add(dash);
      }
      getChildren().add(shape);
    } else if (mark instanceof Mark.Words words) {
      Text text = new Text(words.text());
      text.setFont(Font.font(family(words.face()), words.size()));
      text.setFill(Color.web(words.colour()));
      text.setTextOrigin(VPos.BASELINE);
      text.setX(words.x() - text.getLayoutBounds().getWidth() * words.anchor().share());
      text.setY(words.base());
      getChildren().add(text);
    }
  }

  private static String family(Face face) {
    return switch (face) {
      case TEXT -> "Inter";
      case STRONG -> "Inter Semi Bold";
      case FIGURES -> "JetBrains Mono";
    };
  }
}
