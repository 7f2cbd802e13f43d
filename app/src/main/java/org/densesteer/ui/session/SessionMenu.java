package org.densesteer.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.densesteer.ui.common.Menus;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.VectorInUse;

/** What the session's menu offers. */
record SessionMenu(SessionDesk desk, SessionViewModel session, ObservableList<String> recent) {

  List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    items.add(Menus.item("Open session… (Ctrl+O)", desk::open));
    items.add(
        menu(
            "Open recent",
            recent.stream()
                .map(path -> Source.session(Path.of(path)))
                .map(each -> Menus.item(each.name(), () -> session.open(Path.of(each.key()))))
                .toList()));
    items.add(new SeparatorMenuItem());
    items.add(Menus.item("Save (Ctrl+S)", desk::save));
    items.add(Menus.item("Save as… (Ctrl+Shift+S)", desk::saveAs));
    items.add(new SeparatorMenuItem());
    List<VectorInUse> foreign = desk.vectorsToKeep();
    items.add(
        menu(
            "Keep in the library",
            foreign.stream()
                .map(each -> Menus.item(each.vector().name(), () -> desk.keep(each)))
                .toList()));
    MenuItem card = Menus.item("Model card of its vector…", desk::showCard);
    card.setDisable(!desk.hasCard());
    items.add(card);
    items.add(new SeparatorMenuItem());
    MenuItem unclosed = Menus.item("Windows that were not closed…", desk::recover);
    unclosed.setDisable(!desk.hasUnclosed());
    items.add(unclosed);
    return items;
  }

  private static Menu menu(String name, List<MenuItem> items) {
    Menu menu = new Menu(name);
    menu.getItems().setAll(items);
    menu.setDisable(items.isEmpty());
    return menu;
  }
}
