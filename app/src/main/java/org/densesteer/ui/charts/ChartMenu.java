package org.densesteer.ui.charts;

import java.util.List;
import javafx.scene.control.MenuItem;

/** The ways out of a chart, for its button and its context menu. */
final class ChartMenu {

  private ChartMenu() {}

  static List<MenuItem> items(ChartCard card, ChartExport export) {
    return List.of(
        item("Save as PNG…", () -> export.png(card)),
        item("Save as SVG…", () -> export.svg(card.data(), card.palette())),
        item("Save data as CSV…", () -> export.csv(card.data())));
  }

  private static MenuItem item(String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> action.run());
    return item;
  }
}
