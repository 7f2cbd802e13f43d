package org.densesteer.ui.steering;

import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.densesteer.common.Texts;

/** The vector's norm at every layer as small bars; a click chooses the layer. */
public final class LayerBars extends Pane {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
  private static final double LOWEST = 3;
  private static final double WIDEST_GAP = 3;

  private double[] norms = {};
  private int selected = -1;
  private IntConsumer onSelect = layer -> {};

  /** Creates bars of no layers. */
  public LayerBars() {
    getStyleClass().add("layer-bars");
  }

  /** Says who hears which layer was clicked. */
  public void setOnSelect(IntConsumer listener) {
    onSelect = listener;
  }

  /**
   * Shows other norms.
   *
   * @param layers how many layers the model has
   * @param norm ‖v‖ at a layer; 0 where the vector has none
   */
  public void show(int layers, IntToDoubleFunction norm) {
    norms = new double[layers];
    getChildren().clear();
    for (int layer = 0; layer < layers; layer++) {
      norms[layer] = norm.applyAsDouble(layer);
      getChildren().add(bar(layer));
    }
    select(selected);
  }

  private Region bar(int layer) {
    boolean absent = norms[layer] == 0;
    Region bar = new Region();
    bar.getStyleClass().add("layer-bar");
    bar.pseudoClassStateChanged(ABSENT, absent);
    bar.setOnMouseClicked(event -> onSelect.accept(layer));
    Tooltip.install(
        bar,
        new Tooltip(
            absent
                ? "layer " + layer + ": the vector has none"
                : Texts.of("layer %d: ‖v‖ %.3g", layer, norms[layer])));
    return bar;
  }

  /** Marks the layer in use. */
  public void select(int layer) {
    selected = layer;
    for (int i = 0; i < getChildren().size(); i++) {
      getChildren().get(i).pseudoClassStateChanged(SELECTED, i == layer);
    }
  }

  @Override
  protected void layoutChildren() {
    double highest = 0;
    for (double norm : norms) {
      highest = Math.max(highest, norm);
    }
    double pitch = norms.length == 0 ? 0 : getWidth() / norms.length;
    double gap = Math.min(WIDEST_GAP, pitch / 4);
    for (int layer = 0; layer < norms.length; layer++) {
      double share = highest == 0 ? 0 : norms[layer] / highest;
      double height = LOWEST + share * (getHeight() - LOWEST);
      double left = snapPositionX(layer * pitch + gap / 2);
      double right = snapPositionX((layer + 1) * pitch - gap / 2);
      getChildren()
          .get(layer)
          .resizeRelocate(left, getHeight() - height, Math.max(right - left, 1), height);
    }
  }
}
