package org.densesteer.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.densesteer.ui.charts.ChartStrip;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.DialogService.FileKind;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Splits;
import org.densesteer.ui.settings.TextSize;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.TraceLink;
import org.densesteer.ui.trace.TracePane;

/** The Compare layout: the arms' panes side by side above their charts. */
public final class CompareController {

  /** Least height of the charts: a plot of about 110 pixels with its head and its axis. */
  private static final double CHART_EMS = 13.5;

  /** Room for the divider itself, in pixels. */
  private static final double DIVIDER = 12;

  /** Least height of answers and charts together. */
  private static final double LOW_EMS = 30;

  private final CompareViewModel viewModel;
  private final Settings settings;
  private final DialogService dialogs;
  private final TraceLink link = new TraceLink();

  @FXML private SplitPane rows;
  @FXML private HBox panes;
  @FXML private StackPane charts;

  /** Creates the controller. */
  public CompareController(CompareViewModel viewModel, Settings settings, DialogService dialogs) {
    this.viewModel = viewModel;
    this.settings = settings;
    this.dialogs = dialogs;
  }

  @FXML
  private void initialize() {
    viewModel.arms().forEach(this::addPane);
    viewModel.arms().addListener(this::armsChanged);
    charts.getChildren().setAll(new ChartStrip(viewModel.arms(), link, this::askWhere));
    rows.heightProperty().addListener((property, before, now) -> heightChanged());
    settings.textScaleProperty().addListener((property, before, now) -> heightChanged());
    followDivider();
  }

  private Optional<Path> askWhere(String suggestedName, String description, String extension) {
    FileKind kind = new FileKind(description, List.of("*." + extension));
    return dialogs.saveFile("Export chart", suggestedName, kind, null);
  }

  private void addPane(ArmViewModel arm) {
    TracePane pane = new TracePane(arm, viewModel.arms().get(0), link);
    // Equal shares of the width, whatever the text.
    pane.setPrefWidth(0);
    HBox.setHgrow(pane, Priority.ALWAYS);
    panes.getChildren().add(pane);
  }

  private void armsChanged(ListChangeListener.Change<? extends ArmViewModel> change) {
    while (change.next()) {
      panes
          .getChildren()
          .removeIf(
              node -> {
                boolean gone =
                    node instanceof TracePane pane && change.getRemoved().contains(pane.arm());
                if (gone) {
                  link.remove((TracePane) node);
                }
                return gone;
              });
      change.getAddedSubList().forEach(this::addPane);
    }
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
