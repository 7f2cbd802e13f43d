package org.densesteer.ui.trace;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;
import org.densesteer.metrics.StepMeasures;

/**
 * Colours behind the tokens of one step: one path per shade, not one node per token. While text is
 * only appended, only the last tokens are measured again, since wrapping moves only the last word.
 */
final class TextShades extends Group {

  private static final int MOVABLE = 40;

  private final ResponseText response;
  private final List<List<PathElement>> shapes = new ArrayList<>();
  private final Path[] paths = new Path[2 * TokenColouring.SHADES + 1];
  private TokenColouring colouring = TokenColouring.NONE;
  private double width = -1;

  TextShades(ResponseText response) {
    this.response = response;
    setManaged(false);
    setAutoSizeChildren(false);
    setMouseTransparent(true);
  }

  void colour(TokenColouring now) {
    colouring = now;
    forget();
  }

  /** Measures every token again next time. */
  void forget() {
    width = -1;
  }

  /** Puts the colours behind {@code flow}, which was laid out already. */
  void arrange(StepMeasures step, TextFlow flow) {
    if (colouring == TokenColouring.NONE || step.firstToken() < 0) {
      getChildren().clear();
      shapes.clear();
      return;
    }
    int keep = flow.getWidth() == width ? Math.max(0, shapes.size() - MOVABLE) : 0;
    shapes.subList(Math.min(keep, shapes.size()), shapes.size()).clear();
    width = flow.getWidth();
    List<List<PathElement>> byShade = new ArrayList<>();
    for (int i = 0; i < paths.length; i++) {
      byShade.add(new ArrayList<>());
    }
    int base = step.step().start();
    int length = step.step().end() - base;
    for (int token = step.firstToken(); token <= step.lastToken(); token++) {
      int shade = colouring.shade(response.token(token));
      int place = token - step.firstToken();
      if (place >= shapes.size()) {
        int from = Math.max(0, response.start(token) - base);
        int to = Math.min(length, response.end(token) - base);
        shapes.add(shade == 0 || from >= to ? List.of() : List.of(flow.rangeShape(from, to)));
      }
      byShade.get(shade + TokenColouring.SHADES).addAll(shapes.get(place));
    }
    show(byShade);
  }

  private void show(List<List<PathElement>> byShade) {
    for (int i = 0; i < paths.length; i++) {
      List<PathElement> elements = byShade.get(i);
      if (elements.isEmpty()) {
        if (paths[i] != null) {
          getChildren().remove(paths[i]);
          paths[i] = null;
        }
      } else {
        if (paths[i] == null) {
          paths[i] = path(i - TokenColouring.SHADES);
          getChildren().add(paths[i]);
        }
        if (paths[i].getElements().size() != elements.size()
            || !paths[i].getElements().equals(elements)) {
          paths[i].getElements().setAll(elements);
        }
      }
    }
  }

  private static Path path(int shade) {
    Path path = new Path();
    path.setStroke(null);
    path.getStyleClass().addAll("token-shade", styleClass(shade));
    return path;
  }

  /** Style class of a shade: {@code shade-1} to {@code shade-8}, {@code shade-low-1} to … -8. */
  static String styleClass(int shade) {
    return shade < 0 ? "shade-low-" + -shade : "shade-" + shade;
  }
}
