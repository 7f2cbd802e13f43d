package org.densesteer.ui.shell;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densesteer.ui.common.Fx;

/** One column for both panels, of which it shows one, in a window too narrow for two. */
final class SideColumn extends VBox {

  private final StackPane place = new StackPane();
  private final List<Region> panels;
  private Region shown;

  SideColumn(Region prompt, Region steering) {
    panels = List.of(prompt, steering);
    shown = steering;
    ToggleGroup group = new ToggleGroup();
    ToggleButton promptToggle = toggle("Prompt", prompt, group, "left-pill");
    ToggleButton steeringToggle = toggle("Steering", steering, group, "right-pill");
    Fx.alwaysOne(group);
    HBox choice = new HBox(promptToggle, steeringToggle);
    choice.getStyleClass().addAll("segments", "side-choice");
    VBox.setVgrow(place, Priority.ALWAYS);
    place.setMinHeight(0);
    getStyleClass().addAll("side-column", "panel-frame");
    getChildren().setAll(choice, place);
  }

  private ToggleButton toggle(String text, Region panel, ToggleGroup group, String shape) {
    ToggleButton toggle = new ToggleButton(text);
    toggle.setId("side" + text);
    toggle.getStyleClass().add(shape);
    toggle.setToggleGroup(group);
    toggle.setSelected(panel == shown);
    toggle.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(toggle, Priority.ALWAYS);
    toggle.setOnAction(
        event -> {
          shown = panel;
          hold();
        });
    return toggle;
  }

  /** Takes the panels in, from wherever they were. */
  void hold() {
    place.getChildren().setAll(shown);
  }

  /** Lets the panels go, for a place elsewhere. */
  void release() {
    place.getChildren().removeAll(panels);
  }
}
