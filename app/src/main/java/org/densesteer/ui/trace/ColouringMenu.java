package org.densesteer.ui.trace;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses what the colour behind the tokens tells, for all panes at once. */
final class ColouringMenu extends MenuButton {

  ColouringMenu() {
    setGraphic(new FontIcon(Feather.DROPLET));
    getStyleClass().addAll("flat", "colouring-menu");
    setAccessibleText("Colour tokens by");
    setTooltip(new Tooltip("Colour tokens by NLL, KL or alignment"));
    setMinWidth(USE_PREF_SIZE);
  }

  Subscription follow(ObjectProperty<TokenColouring> colouring) {
    ToggleGroup group = new ToggleGroup();
    for (TokenColouring choice : TokenColouring.values()) {
      RadioMenuItem item = new RadioMenuItem(choice.title());
      item.setToggleGroup(group);
      item.setOnAction(event -> colouring.set(choice));
      getItems().add(item);
    }
    return colouring.subscribe(now -> group.selectToggle(group.getToggles().get(now.ordinal())));
  }
}
