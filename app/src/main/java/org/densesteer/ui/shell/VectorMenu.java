package org.densesteer.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.Menus;
import org.densesteer.ui.settings.Source;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.steering.VectorChoices;
import org.densesteer.ui.steering.VectorInUse;

/** What the vector menu offers: the vectors that are known, and a way to another. */
record VectorMenu(VectorChoices vectors, SteeringViewModel steering, DialogService dialogs) {

  /** Fills a menu, anew whenever it opens. */
  void install(MenuButton menu) {
    Menus.fill(menu, this::items);
  }

  private List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    for (Source source : vectors.all()) {
      items.add(Menus.item(source.name(), () -> vectors.open(source)));
    }
    items.add(new SeparatorMenuItem());
    items.add(Menus.item("Open vector…", this::openFile));
    return items;
  }

  private void openFile() {
    VectorInUse inUse = steering.vectorProperty().getValue();
    dialogs
        .openFile(
            "Open a steering vector",
            List.of(VectorChoices.FILES),
            inUse == null ? null : inUse.source().path())
        .ifPresent(file -> vectors.open(Source.vector(file)));
  }
}
