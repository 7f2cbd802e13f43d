package org.densesteer.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.TraceLink;
import org.densesteer.ui.trace.TracePane;

/** The Compare layout: the arms' panes side by side above their charts. */
public final class CompareController {

  private final CompareViewModel viewModel;
  private final Settings settings;
  private final DialogService dialogs;
  private final TraceLink link = new TraceLink();

  @FXML private SplitPane rows;
  @FXML private HBox panes;
  @FXML private StackPane charts;
  private boolean placing;

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
    rows.heightProperty().addListener((property, before, now) -> placeDivider());
    rows.getDividers()
        .get(0)
        .positionProperty()
        .addListener((property, before, now) -> dividerMoved(now.doubleValue()));
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

  /** Keeps the charts' share of the height, which a split pane left alone would change. */
  private void placeDivider() {
    placing = true;
    rows.setDividerPositions(settings.splitsProperty().get().charts());
    rows.layout();
    placing = false;
  }

  private void dividerMoved(double position) {
    if (placing) {
      return;
    }
    Splits splits = settings.splitsProperty().get();
    settings
        .splitsProperty()
        .set(new Splits(splits.promptWidth(), splits.steeringWidth(), position));
  }
}
