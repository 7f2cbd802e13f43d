package org.densesteer.ui.charts;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One chart with its title, unit, legend and export. */
final class ChartCard extends VBox {

  private static final int FEW = 2;

  /** Lower than this, in pixels, a chart needs the legend's line; the panes have its colours. */
  private static final double LOW = 160;

  private final SeriesChart chart;
  private final ChartHover hover;
  private final ChartLegend legend = new ChartLegend();
  private final Label invitation = new Label("Grows while tokens stream.");
  private final MenuButton more = new MenuButton();
  private final Label title = new Label();
  private final Label unit = new Label();
  private final HBox head = new HBox();

  /** What the head has no room for. */
  private final HBox below = new HBox();

  private @Nullable Node chooser;

  ChartCard(ChartData data, Function<ChartCard, List<MenuItem>> ways, LongConsumer clicked) {
    chart = new SeriesChart(data);
    getStyleClass().add("chart-card");
    setMinSize(0, 0);
    title.setText(data.title());
    title.getStyleClass().add("chart-title");
    title.setMinWidth(USE_PREF_SIZE);
    unit.setText(data.unit());
    unit.getStyleClass().add("chart-caption");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    more.setGraphic(new FontIcon(Feather.DOWNLOAD));
    more.getStyleClass().addAll("flat", "chart-more");
    more.setMinWidth(USE_PREF_SIZE);
    more.setAccessibleText("Save " + data.title());
    more.setTooltip(new Tooltip("Save this chart or its data"));
    more.getItems().addAll(ways.apply(this));
    head.getChildren().addAll(title, unit, gap, legend, more);
    head.getStyleClass().add("chart-head");
    below.getStyleClass().add("chart-below");
    unit.setMinWidth(USE_PREF_SIZE);
    Fx.visible(below, false);
    invitation.getStyleClass().add("chart-caption");
    hover = new ChartHover(chart, clicked);
    StackPane body = new StackPane(chart, invitation, hover);
    body.setMinSize(0, 0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head, below, body);
    ContextMenu menu = new ContextMenu();
    menu.getItems().addAll(ways.apply(this));
    setOnContextMenuRequested(
        event -> {
          if (!chart.data().isEmpty()) {
            menu.show(this, event.getScreenX(), event.getScreenY());
          }
        });
    show(data);
    // Not within the layout that brings the width.
    widthProperty().addListener((property, before, now) -> Platform.runLater(this::placeLegend));
    heightProperty().addListener((property, before, now) -> Platform.runLater(this::placeLegend));
  }

  /** Marks the place that others point at, and tells them where the mouse points here. */
  void sharePlace(IntegerProperty pointed) {
    hover.share(pointed);
  }

  void show(ChartData data) {
    chart.show(data);
    legend.show(data);
    placeLegend();
    invitation.setVisible(data.isEmpty());
    more.setDisable(data.isEmpty());
  }

  /** Unit and legend stand beside the title where there is room for them, else below it. */
  private void placeLegend() {
    // Before its style is known a label has no width.
    head.applyCss();
    below.applyCss();
    boolean many = chart.data().series().size() > FEW;
    double others =
        head.getChildren().stream()
            .filter(child -> child != legend && child != unit && child.isManaged())
            .mapToDouble(child -> child.minWidth(-1) + head.getSpacing())
            .sum();
    double withUnit = others + unit.prefWidth(-1) + head.getSpacing();
    // The head's own width is no measure: it never gets less than its content needs.
    double room =
        getWidth() == 0 ? Double.MAX_VALUE : getWidth() - snappedLeftInset() - snappedRightInset();
    boolean ownLine = many || withUnit + legend.prefWidth(-1) > room;
    boolean low = getHeight() < LOW;
    Fx.visible(legend, many || !ownLine || !low);
    Fx.visible(unit, withUnit <= room || !low);
    legend.setMinWidth(ownLine ? 0 : USE_PREF_SIZE);
    HBox.setHgrow(legend, ownLine ? Priority.ALWAYS : Priority.NEVER);
    place(legend, ownLine, head.getChildren().indexOf(more), below.getChildren().size());
    place(unit, withUnit > room, chooser == null ? 1 : 2, 0);
    Fx.visible(below, below.getChildren().stream().anyMatch(Node::isManaged));
  }

  /** Moves a part from the head to the line below it, or back; not when it is there. */
  private void place(Node part, boolean toBelow, int atHead, int atBelow) {
    if (toBelow && head.getChildren().remove(part)) {
      below.getChildren().add(atBelow, part);
    } else if (!toBelow && below.getChildren().remove(part)) {
      head.getChildren().add(atHead, part);
    }
  }

  /** Puts buttons in the place of the title, which the chosen one repeats; null takes them away. */
  void choose(@Nullable Node buttons) {
    if (chooser != null) {
      head.getChildren().remove(chooser);
    }
    chooser = buttons;
    if (buttons != null) {
      head.getChildren().add(0, buttons);
    }
    Fx.visible(title, buttons == null);
    placeLegend();
  }

  double fontSize() {
    return title.getFont().getSize();
  }

  ChartData data() {
    return chart.data();
  }

  SeriesChart chart() {
    return chart;
  }
}
