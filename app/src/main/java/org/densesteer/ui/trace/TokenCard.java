package org.densesteer.ui.trace;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import javafx.stage.Screen;

/** What the arms thought at a token, beside it. An arm that had read another text is left out. */
final class TokenCard {

  private final Popup popup = new Popup();
  private final HBox columns = new HBox();

  TokenCard() {
    columns.getStyleClass().add("token-card");
    columns.setMouseTransparent(true);
    popup.getContent().add(columns);
    popup.setAutoHide(true);
    popup.setAutoFix(true);
    popup.setHideOnEscape(true);
  }

  /** Shows the card under a point of the owner, given on screen. */
  void show(Node owner, ArmViewModel arm, int token, TraceLink link, double x, double y) {
    columns.getChildren().clear();
    columns.getChildren().add(new TokenColumn(arm, arm.response().token(token)));
    for (ArmViewModel other : link.companions(arm, token)) {
      columns.getChildren().add(new TokenColumn(other, other.response().token(token)));
    }
    dress(owner);
    Bounds screen = boundsOf(x, y);
    columns.applyCss();
    double width = columns.prefWidth(-1);
    double height = columns.prefHeight(-1);
    double left = Math.max(screen.getMinX(), Math.min(x, screen.getMaxX() - width - 8));
    double top = y + 6 + height > screen.getMaxY() ? y - height - 28 : y + 6;
    popup.show(owner, left, Math.max(screen.getMinY(), top));
  }

  /** A popup has a scene of its own, which knows nothing of the window's looks. */
  private void dress(Node owner) {
    popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
    popup.getScene().setUserAgentStylesheet(owner.getScene().getUserAgentStylesheet());
    boolean dark = owner.getScene().getRoot().getStyleClass().contains("dark");
    popup.getScene().getRoot().getStyleClass().remove("dark");
    if (dark) {
      popup.getScene().getRoot().getStyleClass().add("dark");
    }
  }

  private static Bounds boundsOf(double x, double y) {
    var screens = Screen.getScreensForRectangle(x, y, 1, 1);
    var area = (screens.isEmpty() ? Screen.getPrimary() : screens.get(0)).getVisualBounds();
    return new javafx.geometry.BoundingBox(
        area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
  }

  void hide() {
    popup.hide();
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  HBox content() {
    return columns;
  }
}
