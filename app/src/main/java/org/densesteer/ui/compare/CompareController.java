package org.densesteer.ui.compare;

import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.densesteer.ui.charts.ChartExport;
import org.densesteer.ui.charts.ChartStrip;
import org.densesteer.ui.common.Children;
import org.densesteer.ui.copies.RunCopier;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Splits;
import org.densesteer.ui.settings.TextSize;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.TraceLink;
import org.densesteer.ui.trace.TracePane;

/** The Compare layout: the arms' panes side by side above their charts. */
final class CompareController {

  /** Least height of the charts: a plot of about 110 pixels with its head and its axis. */
  private static final double CHART_EMS = 13.5;

  /** Room for the divider itself, in pixels. */
  private static final double DIVIDER = 12;

  /** Least height of answers and charts together. */
  private static final double LOW_EMS = 30;

  private final ObservableList<ArmViewModel> arms;
  private final Settings settings;
  private final ChartExport export;
  private final TraceLink link;

  @FXML private SplitPane rows;
  @FXML private HBox panes;
  @FXML private StackPane charts;

  CompareController(
      ObservableList<ArmViewModel> arms, Settings settings, ChartExport export, RunCopier copier) {
    this.arms = arms;
    this.settings = settings;
    this.export = export;
    this.link = new TraceLink(copier);
  }

  @FXML
  private void initialize() {
    Children.follow(arms, panes, this::pane, TracePane::end);
    charts.getChildren().setAll(new ChartStrip(arms, link, export));
    rows.heightProperty().addListener((property, before, now) -> heightChanged());
    settings.textScaleProperty().addListener((property, before, now) -> heightChanged());
    followDivider();
  }

  private TracePane pane(ArmViewModel arm) {
    TracePane pane = new TracePane(arm, arms.get(0), link);
    // Equal shares of the width, whatever the text.
    pane.setPrefWidth(0);
    HBox.setHgrow(pane, Priority.ALWAYS);
    return pane;
  }

  private void heightChanged() {
    charts.setMinHeight(CHART_EMS * TextSize.em(settings));
    if (hasRoomForCharts() == rows.getItems().contains(charts)) {
      placeDivider();
    } else {
      // Not within the layout that brings the height.
      Platform.runLater(this::fitCharts);
    }
  }

  private boolean hasRoomForCharts() {
    return rows.getHeight() == 0 || TextSize.ems(rows.getHeight(), settings) >= LOW_EMS;
  }

  /** Charts that can be read, or none where both they and the answers would be too low. */
  private void fitCharts() {
    boolean shown = rows.getItems().contains(charts);
    if (shown && !hasRoomForCharts()) {
      rows.getItems().remove(charts);
    } else if (!shown && hasRoomForCharts()) {
      rows.getItems().add(charts);
      followDivider();
      // Laid out first: a split pane puts a divider that is new to it where it likes.
      rows.applyCss();
      rows.layout();
      placeDivider();
    }
  }

  private void followDivider() {
    rows.getDividers()
        .get(0)
        .positionProperty()
        .addListener((property, before, now) -> dividerMoved(now.doubleValue()));
  }

  /**
   * Keeps the charts' share of the height, which a split pane left alone would change. Asked for
   * more than their least height leaves, it would give each half.
   */
  private void placeDivider() {
    double wanted = settings.splitsProperty().get().charts();
    double most = 1 - (charts.getMinHeight() + DIVIDER) / Math.max(1, rows.getHeight());
    rows.setDividerPositions(rows.getHeight() > 0 ? Math.min(wanted, most) : wanted);
    rows.layout();
  }

  private void dividerMoved(double position) {
    // Else a low window has pushed it; it goes back when there is room again.
    if (!rows.isPressed()) {
      return;
    }
    Splits splits = settings.splitsProperty().get();
    settings
        .splitsProperty()
        .set(new Splits(splits.promptWidth(), splits.steeringWidth(), position));
  }
}
