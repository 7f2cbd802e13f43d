package org.densesteer.ui.trace;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.densesteer.ui.common.Fx;

/** Says what the shades behind the tokens mean. */
final class ShadeLegend extends HBox {

  ShadeLegend() {
    getStyleClass().add("shade-legend");
  }

  void show(TokenColouring colouring) {
    boolean shown = colouring != TokenColouring.NONE;
    Fx.visible(this, shown);
    getChildren().clear();
    if (!shown) {
      return;
    }
    getChildren().add(caption(colouring.title()));
    getChildren().add(caption(colouring.low()));
    HBox ramp = new HBox();
    ramp.getStyleClass().add("shade-ramp");
    int lowest = colouring.diverging() ? -TokenColouring.SHADES : 1;
    for (int shade = lowest; shade <= TokenColouring.SHADES; shade++) {
      Region cell = new Region();
      cell.getStyleClass()
          .addAll("shade-cell", shade == 0 ? "shade-none" : TextShades.styleClass(shade));
      ramp.getChildren().add(cell);
    }
    Label unit = caption(colouring.unit());
    unit.setMinWidth(0);
    ramp.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(ramp, caption(colouring.high()), unit);
  }

  private static Label caption(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("figure-caption");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
