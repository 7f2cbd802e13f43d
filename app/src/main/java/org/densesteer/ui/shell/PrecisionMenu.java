package org.densesteer.ui.shell;

import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import org.densesteer.model.ModelInfo;
import org.densesteer.model.Precision;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;

/** The choice of what models compute in, and what the present one does and why. */
final class PrecisionMenu {

  private PrecisionMenu() {}

  static Menu of(ModelViewModel models, Precision wanted) {
    Menu menu = MenuEntry.dress(new Menu(), "Precision: " + wanted.label(), inUse(models), false);
    for (Precision precision : Precision.values()) {
      menu.getItems()
          .add(
              MenuEntry.action(
                  precision.label(),
                  precision.consequence(),
                  precision == wanted,
                  () -> models.choosePrecision(precision)));
    }
    RunEngine engine = models.engineProperty().get();
    if (engine != null) {
      ModelInfo info = engine.info();
      menu.getItems().add(new SeparatorMenuItem());
      menu.getItems()
          .add(
              MenuEntry.words(
                  info.name() + " computes in " + info.precision(), info.precisionReason()));
    }
    return menu;
  }

  private static String inUse(ModelViewModel models) {
    RunEngine engine = models.engineProperty().get();
    return engine == null ? "" : "now " + engine.info().precision();
  }
}
