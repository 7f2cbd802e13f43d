package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.densesteer.ui.charts.ChartExport;
import org.densesteer.ui.charts.ChartStrip;
import org.densesteer.ui.common.Children;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.copies.RunCopier;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Splits;
import org.densesteer.ui.settings.TextSize;
import org.densesteer.ui.trace.ArmTable;
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

  /** Least width of a pane beside more than one other. */
  private static final double PANE_EMS = 21;

  /** Most of the height that the table of arms takes. */
  private static final double TABLE_SHARE = 0.45;

  private final ObservableList<ArmViewModel> arms;
  private final PaneActions actions;
  private final PaneOrder order;
  private final Settings settings;
  private final ChartExport export;
  private final TraceLink link;

  @FXML private SplitPane rows;
  @FXML private VBox answers;
  @FXML private ScrollPane sideways;
  @FXML private HBox panes;
  @FXML private StackPane charts;

  CompareController(
      ObservableList<ArmViewModel> arms,
      PaneActions actions,
      PaneOrder order,
      Settings settings,
      ChartExport export,
      RunCopier copier) {
    this.arms = arms;
    this.actions = actions;
    this.order = order;
    this.settings = settings;
    this.export = export;
    this.link = new TraceLink(copier);
  }

  @FXML
  private void initialize() {
    link.compactHeadsProperty().set(ArmTable.isFor(arms.size()));
    arms.subscribe(() -> link.compactHeadsProperty().set(ArmTable.isFor(arms.size())));
    Children.follow(arms, panes, this::pane, TracePane::end);
    ArmTable table = new ArmTable(arms, this::goTo);
    table.maxHeightProperty().bind(answers.heightProperty().multiply(TABLE_SHARE));
    answers.getChildren().add(0, table);
    arms.subscribe(this::fitPanes);
    // Not before the panes of new arms are there.
    order.observe(() -> Platform.runLater(this::arrange));
    charts.getChildren().setAll(new ChartStrip(arms, link, export));
    rows.heightProperty().addListener((property, before, now) -> heightChanged());
    settings.textScaleProperty().addListener((property, before, now) -> heightChanged());
    followDivider();
  }

  private TracePane pane(ArmViewModel arm) {
    TracePane pane = new TracePane(arm, arms.get(0), link);
    actions.offer(pane);
    pane.focusWithinProperty()
        .subscribe(
            focused -> {
              if (focused) {
                reveal(pane);
              }
            });
    // Equal shares of the width, whatever the text.
    pane.setMinWidth(least());
    pane.setPrefWidth(0);
    HBox.setHgrow(pane, Priority.ALWAYS);
    return pane;
  }

  /** Two panes share the width whatever it is; more of them are scrolled sideways. */
  private void fitPanes() {
    panes.getChildren().forEach(pane -> ((TracePane) pane).setMinWidth(least()));
  }

  private double least() {
    return ArmTable.isFor(arms.size()) ? PANE_EMS * TextSize.em(settings) : 0;
  }

  /** Brings the panes into the order that a person gave them. */
  private void arrange() {
    List<Node> wanted = new ArrayList<>(panes.getChildren());
    wanted.sort(Comparator.comparingInt(pane -> order.placeOf(((TracePane) pane).arm())));
    if (!wanted.equals(panes.getChildren())) {
      panes.getChildren().setAll(wanted);
    }
    for (Node pane : wanted) {
      Fx.styled(pane, "marked", order.isMarked(((TracePane) pane).arm()));
    }
  }

  private void goTo(ArmViewModel arm) {
    panes.getChildren().stream()
        .map(TracePane.class::cast)
        .filter(pane -> pane.arm() == arm)
        .forEach(TracePane::goTo);
  }

  /** Scrolls sideways until all of a pane can be seen. */
  private void reveal(TracePane pane) {
    double room = panes.getWidth() - sideways.getViewportBounds().getWidth();
    if (room > 0) {
      double left = sideways.getHvalue() * room;
      double first = pane.getBoundsInParent().getMinX();
      double last = pane.getBoundsInParent().getMaxX();
      double wanted =
          Math.max(Math.min(left, first), last - sideways.getViewportBounds().getWidth());
      sideways.setHvalue(Math.min(1, Math.max(0, wanted / room)));
    }
  }

  private void heightChanged() {
    fitPanes();
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
