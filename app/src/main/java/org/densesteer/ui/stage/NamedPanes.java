package org.densesteer.ui.stage;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ObservableList;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densesteer.ui.common.Children;
import org.densesteer.ui.trace.ArmTable;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.TraceLink;
import org.densesteer.ui.trace.TracePane;

/**
 * The answers with names. From three on, a table has their figures, heads are one line, and panes
 * are scrolled sideways.
 */
final class NamedPanes {

  private static final double TABLE_SHARE = 0.2;

  /** Least width of a pane beside more than one other. */
  private static final double PANE_SHARE = 0.23;

  private final ObservableList<ArmViewModel> arms;
  private final HBox panes;
  private final TraceLink link;
  private final DoubleProperty least = new SimpleDoubleProperty();
  private double zoom = 1;

  /**
   * Follows arms.
   *
   * @param room holds the panes, and the table above them
   * @param panes holds the panes alone
   * @param stage by whose size table and panes are measured
   */
  NamedPanes(
      ObservableList<ArmViewModel> arms, VBox room, HBox panes, Region stage, TraceLink link) {
    this.arms = arms;
    this.panes = panes;
    this.link = link;
    ArmTable table = new ArmTable(arms, this::goTo);
    table.maxHeightProperty().bind(stage.heightProperty().multiply(TABLE_SHARE));
    room.getChildren().add(0, table);
    BooleanBinding many = Bindings.size(arms).greaterThanOrEqualTo(ArmTable.FEWEST_ARMS);
    link.compactHeadsProperty().bind(many);
    least.bind(Bindings.when(many).then(stage.widthProperty().multiply(PANE_SHARE)).otherwise(0));
    Children.follow(arms, panes, this::pane, TracePane::end);
  }

  private TracePane pane(ArmViewModel arm) {
    TracePane pane = new TracePane(arm, baseline(arm), link);
    pane.minWidthProperty().bind(least);
    pane.setPrefWidth(0);
    pane.zoomText(zoom);
    pane.invite("No answer yet. Press F5.");
    HBox.setHgrow(pane, Priority.ALWAYS);
    return pane;
  }

  /** What differences are told to: the baseline, wherever it stands. */
  private ArmViewModel baseline(ArmViewModel arm) {
    return arms.stream()
        .filter(other -> other.colourIndex() == 0)
        .findFirst()
        .orElse(arms.isEmpty() ? arm : arms.get(0));
  }

  private void goTo(ArmViewModel arm) {
    panes.getChildren().stream()
        .map(TracePane.class::cast)
        .filter(pane -> pane.arm() == arm)
        .forEach(TracePane::goTo);
  }

  /** Sets the size of the answers' text, as a factor on that of their heads. */
  void zoomText(double factor) {
    zoom = factor;
    panes.getChildren().forEach(pane -> ((TracePane) pane).zoomText(factor));
  }
}
