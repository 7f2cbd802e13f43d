package org.densesteer.ui.common;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** Menus as the window makes them. */
public final class Menus {

  private Menus() {}

  /** An item that does something. Its name may hold underscores, which are no mnemonics. */
  public static MenuItem item(String name, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** Fills a menu now, and anew whenever it opens. */
  public static void fill(MenuButton menu, Supplier<List<MenuItem>> items) {
    menu.setOnShowing(event -> menu.getItems().setAll(items.get()));
    menu.getItems().setAll(items.get());
  }
}
