package org.densesteer.ui.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.densesteer.ui.common.WrappingRow;

/** Names of the series, each with a piece of its line or of its bars. */
final class ChartLegend extends WrappingRow {

  private static final double LINE_LENGTH = 22;
  private static final double LINE_WIDTH = 1.6;

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
      Label name = new Label(series.name(), mark(series, data.kind()));
      name.getStyleClass().add("chart-caption");
      name.setMinWidth(USE_PREF_SIZE);
      marks.add(name);
    }
    getChildren().setAll(marks);
  }

  private static Node mark(ChartSeries series, ChartKind kind) {
    ArmPattern pattern = ArmPattern.of(series.colourIndex());
    Node mark = kind == ChartKind.BARS ? bar(series, pattern) : line(pattern);
    mark.getStyleClass().add("arm-" + series.colourIndex());
    return mark;
  }

  private static Node bar(ChartSeries series, ArmPattern pattern) {
    Region bar = new Region();
    bar.getStyleClass().add("chart-key-mark");
    if (series.dashed()) {
      bar.getStyleClass().add("hollow");
    } else if (pattern.striped()) {
      bar.getStyleClass()
          .add(pattern.slope() > 0 ? "rising" : pattern.slope() < 0 ? "falling" : "level");
    }
    return bar;
  }

  private static Node line(ArmPattern pattern) {
    Line line = new Line(0, 0, LINE_LENGTH, 0);
    line.getStyleClass().add("chart-key-line");
    for (double dash : pattern.dashes(LINE_WIDTH)) {
      line.getStrokeDashArray().add(dash);
    }
    return line;
  }
}
