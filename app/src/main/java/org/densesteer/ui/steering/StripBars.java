package org.densesteer.ui.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.densesteer.evaluation.strip.Strip;
import org.densesteer.evaluation.strip.StripAnswer;
import org.densesteer.evaluation.strip.StripCell;
import org.densesteer.evaluation.strip.StripRow;
import org.jspecify.annotations.Nullable;

/**
 * A strip as bars from the bottom up: one for each row, a grey tick for each random direction of
 * equal push, a line for the baseline, and below each bar a dot, full where the answer is right. A
 * broken answer's bar is an outline. A click takes the row's place.
 */
final class StripBars extends Pane {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double LOWEST = 2;
  private static final double WIDEST_GAP = 3;
  private static final double DOT = 5;
  private static final double FOOT = 9;

  /** Something that stands over a row at the height of a value. */
  private record Placed(Region node, int row, double value) {}

  private final List<Placed> bars = new ArrayList<>();
  private final List<Placed> ticks = new ArrayList<>();
  private final List<Region> dots = new ArrayList<>();
  private final Region line = part("strip-baseline");
  private Consumer<StripCell> onSelect = cell -> {};
  private double baseline;
  private double highest;

  StripBars() {
    getStyleClass().add("strip-bars");
  }

  /** Says who hears which bar was clicked. */
  void setOnSelect(Consumer<StripCell> listener) {
    onSelect = listener;
  }

  private static Region part(String styleClass) {
    Region region = new Region();
    region.getStyleClass().add(styleClass);
    region.setMouseTransparent(true);
    return region;
  }

  /** Shows a figure of a strip; null for none. */
  void show(@Nullable Strip strip, StripChoice choice) {
    bars.clear();
    ticks.clear();
    dots.clear();
    getChildren().clear();
    if (strip == null) {
      return;
    }
    List<StripRow> rows = strip.rows();
    for (int i = 0; i < rows.size(); i++) {
      StripRow row = rows.get(i);
      bars.add(new Placed(bar(strip, row), i, row.mean(choice.figure())));
      dots.add(dot(row.answers().get(0)));
      for (StripRow random : strip.floorOf(row)) {
        ticks.add(new Placed(part("strip-tick"), i, random.mean(choice.figure())));
      }
    }
    baseline = strip.baseline().mean(choice.figure());
    highest = highest(rows, choice);
    bars.forEach(bar -> getChildren().add(bar.node()));
    getChildren().add(line);
    ticks.forEach(tick -> getChildren().add(tick.node()));
    getChildren().addAll(dots);
    requestLayout();
  }

  /** The scale's end. A broken answer's figures may be of any size, so the others decide it. */
  private double highest(List<StripRow> rows, StripChoice choice) {
    double standing =
        rows.stream()
            .filter(row -> row.answers().get(0).whole())
            .mapToDouble(row -> row.mean(choice.figure()))
            .filter(value -> !Double.isNaN(value))
            .max()
            .orElse(0);
    return Math.max(baseline, standing);
  }

  private Region bar(Strip strip, StripRow row) {
    Region bar = new Region();
    bar.getStyleClass().add("strip-bar");
    bar.pseudoClassStateChanged(BROKEN, !row.answers().get(0).whole());
    StripCell cell = row.cell();
    if (cell != null) {
      bar.setUserData(cell);
      bar.setOnMouseClicked(event -> onSelect.accept(cell));
    }
    Tooltip.install(bar, new Tooltip(StripBarWords.of(strip, row)));
    return bar;
  }

  private static Region dot(StripAnswer answer) {
    Region dot = part("strip-dot");
    dot.pseudoClassStateChanged(WRONG, Boolean.FALSE.equals(answer.correct()));
    dot.setVisible(answer.correct() != null);
    return dot;
  }

  /** Marks the bar of a place; null for none. */
  void select(@Nullable StripCell place) {
    for (Node bar : getChildren()) {
      if (bar.getUserData() instanceof StripCell cell) {
        bar.pseudoClassStateChanged(SELECTED, cell.equals(place));
      }
    }
  }

  @Override
  protected void layoutChildren() {
    double pitch = bars.isEmpty() ? 0 : getWidth() / bars.size();
    double gap = Math.min(WIDEST_GAP, pitch / 4);
    for (Placed bar : bars) {
      double left = snapPositionX(bar.row() * pitch + gap / 2);
      double right = snapPositionX((bar.row() + 1) * pitch - gap / 2);
      double top = top(bar.value());
      double width = Math.max(right - left, 1);
      bar.node().resizeRelocate(left, top, width, getHeight() - FOOT - top);
      double middle = left + width / 2 - DOT / 2;
      dots.get(bar.row()).resizeRelocate(middle, getHeight() - DOT - 1, DOT, DOT);
    }
    for (Placed tick : ticks) {
      double left = tick.row() * pitch + gap / 2;
      tick.node().resizeRelocate(left, top(tick.value()) - 1, Math.max(pitch - gap, 1), 2);
    }
    line.resizeRelocate(0, top(baseline), getWidth(), 1);
  }

  private double top(double value) {
    double share = highest > 0 && value > 0 ? Math.min(1, value / highest) : 0;
    double room = getHeight() - FOOT - LOWEST;
    return LOWEST + (1 - share) * room - (share == 0 ? LOWEST : 0);
  }
}
