package org.densesteer.ui.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.densesteer.ui.trace.WrappingRow;

/** Names of the series with their colours; a hollow mark for outlined bars and dashed lines. */
final class ChartLegend extends WrappingRow {

  private List<String> shown = List.of();

  ChartLegend() {
    getStyleClass().add("chart-key");
  }

  void show(ChartData data) {
    List<String> names = data.series().stream().map(ChartSeries::name).toList();
    if (names.equals(shown)) {
      return;
    }
    shown = names;
    List<Node> marks = new ArrayList<>();
    for (ChartSeries series : data.series()) {
      Region mark = new Region();
      mark.getStyleClass().addAll("chart-key-mark", "arm-" + series.colourIndex());
      if (series.dashed()) {
        mark.getStyleClass().add("hollow");
      }
      Label name = new Label(series.name(), mark);
      name.getStyleClass().add("chart-caption");
      name.setMinWidth(USE_PREF_SIZE);
      marks.add(name);
    }
    getChildren().setAll(marks);
  }
}
