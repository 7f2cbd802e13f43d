package org.densesteer.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Small things that every controller does. */
public final class Fx {

  private Fx() {}

  /** Gives a node a tooltip and, for screen readers, a name. */
  public static void describe(Node node, String name, String tip) {
    node.setAccessibleText(name);
    Tooltip tooltip = new Tooltip(tip);
    tooltip.setShowDelay(Duration.millis(500));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    Tooltip.install(node, tooltip);
  }

  /** Shows a node and gives it room, or neither. */
  public static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  /** Shows a node and gives it room as long as something is so. */
  public static void visibleWhile(Node node, ObservableValue<Boolean> so) {
    node.visibleProperty().bind(so);
    node.managedProperty().bind(so);
  }

  /** Puts a style class on a node, or takes it off. */
  public static void styled(Node node, String styleClass, boolean on) {
    node.getStyleClass().remove(styleClass);
    if (on) {
      node.getStyleClass().add(styleClass);
    }
  }

  /** Keeps a group from having no choice when its selected toggle is pressed again. */
  public static void alwaysOne(ToggleGroup group) {
    group
        .selectedToggleProperty()
        .addListener(
            (property, before, now) -> {
              if (now == null && before != null) {
                before.setSelected(true);
              }
            });
  }
}
