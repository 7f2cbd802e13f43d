package org.densesteer.ui.alignment;

import java.util.function.BiConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * Tokens from left to right, layers from the bottom up. Blue is against the vector, orange along
 * it, and the stronger the further; what is faint lies across it.
 */
final class MapCanvas extends Region {

  private static final Color ALONG = Color.web("#d55e00");
  private static final Color AGAINST = Color.web("#0072b2");
  private static final double ROW = 16;
  private static final double LEAST_ROW = 5;
  private static final double HIGHEST = 130;

  private final ArmMap arm;
  private final double most;
  private final Canvas canvas = new Canvas();
  private final Region rule = new Region();
  private int token = -1;

  /**
   * Draws a map.
   *
   * @param most the cosine that is drawn in full colour
   * @param hovered hears of layer and token under the mouse, −1 and −1 when it leaves
   */
  MapCanvas(ArmMap arm, double most, BiConsumer<Integer, Integer> hovered) {
    this.arm = arm;
    this.most = most;
    getStyleClass().add("alignment-map");
    rule.getStyleClass().add("alignment-rule");
    rule.setMouseTransparent(true);
    rule.setManaged(false);
    rule.setVisible(false);
    getChildren().addAll(canvas, rule);
    double height = Math.min(HIGHEST, Math.max(LEAST_ROW, ROW) * arm.map().layers());
    setMinHeight(height);
    setPrefHeight(height);
    setMinWidth(0);
    setOnMouseMoved(event -> hovered.accept(layerAt(event), tokenAt(event)));
    setOnMouseExited(event -> hovered.accept(-1, -1));
  }

  private int tokenAt(MouseEvent event) {
    int at = (int) (event.getX() / Math.max(1, getWidth()) * arm.tokens());
    return Math.max(0, Math.min(arm.tokens() - 1, at));
  }

  private int layerAt(MouseEvent event) {
    int layers = arm.map().layers();
    int fromTop = (int) (event.getY() / Math.max(1, getHeight()) * layers);
    return Math.max(0, Math.min(layers - 1, layers - 1 - fromTop));
  }

  /** Marks a token's column; −1 for none. */
  void mark(int now) {
    token = now;
    placeRule();
  }

  private void placeRule() {
    rule.setVisible(token >= 0);
    if (token >= 0) {
      double width = getWidth() / arm.tokens();
      rule.resizeRelocate(token * width, 0, Math.max(2, width), getHeight());
    }
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      draw();
    }
    placeRule();
  }

  private void draw() {
    GraphicsContext gc = canvas.getGraphicsContext2D();
    gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    int layers = arm.map().layers();
    double width = canvas.getWidth() / Math.max(1, arm.tokens());
    double height = canvas.getHeight() / layers;
    for (int layer = 0; layer < layers; layer++) {
      for (int at = 0; at < arm.tokens(); at++) {
        double cosine = arm.at(layer, at);
        if (!Double.isNaN(cosine)) {
          Color colour = cosine > 0 ? ALONG : AGAINST;
          double share = most > 0 ? Math.min(1, Math.abs(cosine) / most) : 0;
          gc.setFill(colour.deriveColor(0, 1, 1, share));
          gc.fillRect(at * width, (layers - 1 - layer) * height, width + 0.5, height - 0.5);
        }
      }
    }
  }
}
