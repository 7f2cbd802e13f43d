package org.densesteer.ui.charts;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import org.densesteer.notebook.Provenance;

/** The ways out of a chart, for its button and its context menu. */
final class ChartMenu {

  private ChartMenu() {}

  static List<MenuItem> items(ChartCard card, ChartExport export, Supplier<Provenance> provenance) {
    return List.of(
        item("Save as PDF, SVG or PNG…", () -> export.figure(card.data(), provenance.get())),
        item("Save data as CSV…", () -> export.csv(card.data(), provenance.get())));
  }

  private static MenuItem item(String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> action.run());
    return item;
  }
}
