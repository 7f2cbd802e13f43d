package org.densesteer.ui.common;

import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * How large a scene's text is beside its normal size, for what style sheets cannot measure in ems.
 */
public final class TextScale {

  private TextScale() {}

  /** The scale of a scene's text; 1 until somebody sets another. */
  public static DoubleProperty of(Scene scene) {
    return (DoubleProperty)
        scene.getProperties().computeIfAbsent(TextScale.class, key -> new SimpleDoubleProperty(1));
  }

  /** Tells the scale of the scene that a node is in, now and whenever it is another one. */
  public static void follow(Node node, DoubleConsumer scaled) {
    Fx.follow(
        node.sceneProperty().flatMap(TextScale::of).orElse(1.0),
        scale -> scaled.accept(scale.doubleValue()));
  }
}
