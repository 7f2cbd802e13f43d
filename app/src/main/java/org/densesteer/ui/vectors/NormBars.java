package org.densesteer.ui.vectors;

import java.util.SortedMap;
import java.util.TreeMap;
import javafx.scene.layout.Region;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/** The norms of a vector as bars, small enough for a table. */
final class NormBars extends Region {

  private static final double LOWEST = 1;
  private static final double GAP_SHARE = 0.2;

  private final Path bars = new Path();
  private SortedMap<Integer, Double> norms = new TreeMap<>();

  NormBars() {
    getStyleClass().add("norm-bars");
    bars.getStyleClass().add("norm-bars-shape");
    bars.setManaged(false);
    getChildren().add(bars);
  }

  /** Shows norms by 0-based decoder block; a layer without one leaves its place empty. */
  void show(SortedMap<Integer, Double> byLayer) {
    norms = byLayer;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    bars.getElements().clear();
    if (norms.isEmpty()) {
      return;
    }
    double highest = norms.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double pitch = getWidth() / (norms.lastKey() + 1);
    double height = getHeight();
    norms.forEach(
        (layer, norm) -> {
          double share = highest > 0 && Double.isFinite(norm) ? Math.min(norm / highest, 1) : 0;
          double top = height - Math.max(LOWEST, share * height);
          bars.getElements()
              .addAll(
                  new MoveTo(layer * pitch, height),
                  new VLineTo(top),
                  new HLineTo((layer + 1 - GAP_SHARE) * pitch),
                  new VLineTo(height));
        });
  }
}
