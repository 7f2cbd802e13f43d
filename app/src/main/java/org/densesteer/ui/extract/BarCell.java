package org.densesteer.ui.extract;

import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.densesteer.common.Texts;
import org.densesteer.extraction.LayerReport;
import org.jspecify.annotations.Nullable;

/** A number with a bar behind it, as long as the number is large within its column. */
final class BarCell extends TableCell<LayerReport, Number> {

  private final String format;
  private final ToDoubleFunction<BarCell> most;
  private final Region bar = new Region();
  private final Label number = new Label();
  private final StackPane face = new StackPane(bar, number);

  /**
   * Creates a cell.
   *
   * @param format of the number
   * @param most the number whose bar fills the cell; 0 for no bars
   */
  BarCell(String format, ToDoubleFunction<BarCell> most) {
    this.format = format;
    this.most = most;
    bar.getStyleClass().add("layer-value-bar");
    number.getStyleClass().add("figure");
    face.getStyleClass().add("layer-value");
    bar.setManaged(false);
    face.layoutBoundsProperty().addListener((property, before, now) -> place());
  }

  @Override
  protected void updateItem(@Nullable Number value, boolean empty) {
    super.updateItem(value, empty);
    setText(null);
    setGraphic(empty || value == null ? null : face);
    if (!empty && value != null) {
      number.setText(Double.isNaN(value.doubleValue()) ? "–" : Texts.of(format, value));
      place();
    }
  }

  private void place() {
    Number value = getItem();
    double full = most.applyAsDouble(this);
    double share = value == null || !(full > 0) ? 0 : value.doubleValue() / full;
    double width = face.getWidth() * Math.max(0, Math.min(1, Double.isNaN(share) ? 0 : share));
    bar.resizeRelocate(0, 0, width, face.getHeight());
  }
}
