package org.densesteer.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.densesteer.ui.common.TextScale;

/** Widths of sheets, which were chosen for text of normal size. */
final class SheetWidth {

  private SheetWidth() {}

  /** Lets a sheet grow with its text; the window is the limit. */
  static void growWithText(Node content) {
    // A sheet may be shown again, and then has the widths of the last scale.
    if (content instanceof Region sheet
        && sheet.getProperties().putIfAbsent(SheetWidth.class, true) == null) {
      double max = sheet.getMaxWidth();
      double pref = sheet.getPrefWidth();
      TextScale.follow(
          sheet,
          scale -> {
            sheet.setMaxWidth(scaled(max, scale));
            sheet.setPrefWidth(scaled(pref, scale));
          });
    }
  }

  /** Negative widths are computed from the content. */
  private static double scaled(double width, double scale) {
    return width > 0 && width < Double.MAX_VALUE ? width * scale : width;
  }
}
