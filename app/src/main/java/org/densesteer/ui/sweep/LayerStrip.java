package org.densesteer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Every layer of a model as a small box that is chosen or not. A press changes a box and a drag all
 * it passes; by keyboard the arrows move, Space changes, and Shift with an arrow takes the box
 * beside along.
 */
public final class LayerStrip extends Pane {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
  private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
  private static final double HEIGHT = 22;
  private static final double WIDEST_GAP = 3;

  private final Set<Integer> chosen = new TreeSet<>();
  private Set<Integer> present = Set.of();
  private Consumer<List<Integer>> onChoose = layers -> {};
  private int cursor;
  private boolean painting;

  /** Creates a strip of no layers. */
  public LayerStrip() {
    getStyleClass().add("layer-strip");
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(true);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> paint(at(event.getX())));
    focusedProperty().subscribe((before, now) -> mark());
  }

  /** Says who hears which layers a person chose, ascending. */
  public void setOnChoose(Consumer<List<Integer>> listener) {
    onChoose = listener;
  }

  /**
   * Shows other layers.
   *
   * @param layers how many the model has
   * @param withDirection those that the vector has
   */
  public void show(int layers, Set<Integer> withDirection) {
    present = Set.copyOf(withDirection);
    getChildren().clear();
    for (int layer = 0; layer < layers; layer++) {
      Region box = new Region();
      box.getStyleClass().add("layer-box");
      boolean absent = !present.contains(layer);
      Tooltip.install(box, new Tooltip("layer " + layer + (absent ? ": the vector has none" : "")));
      getChildren().add(box);
    }
    cursor = Math.max(0, Math.min(cursor, layers - 1));
    mark();
  }

  /** Marks the layers that are chosen. */
  public void choose(List<Integer> layers) {
    chosen.clear();
    chosen.addAll(layers);
    mark();
  }

  private void mark() {
    for (int layer = 0; layer < getChildren().size(); layer++) {
      Region box = (Region) getChildren().get(layer);
      box.pseudoClassStateChanged(SELECTED, chosen.contains(layer));
      box.pseudoClassStateChanged(ABSENT, !present.contains(layer));
      box.pseudoClassStateChanged(CURSOR, isFocused() && layer == cursor);
    }
    setAccessibleText(
        "Layers to sweep; layer "
            + cursor
            + (chosen.contains(cursor) ? " chosen" : present.contains(cursor) ? "" : " absent")
            + ". Arrows move, Space chooses.");
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> move(-1, event.isShiftDown());
      case RIGHT, KP_RIGHT -> move(1, event.isShiftDown());
      case SPACE -> set(cursor, !chosen.contains(cursor));
      case A -> {
        if (!event.isShortcutDown()) {
          return;
        }
        chosen.addAll(within());
        told();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private List<Integer> within() {
    List<Integer> layers = new ArrayList<>(new TreeSet<>(present));
    layers.removeIf(layer -> layer >= getChildren().size());
    return layers;
  }

  private void move(int by, boolean along) {
    int next = cursor + by;
    if (next >= 0 && next < getChildren().size()) {
      boolean on = chosen.contains(cursor);
      cursor = next;
      if (along) {
        set(next, on);
      }
      mark();
    }
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      requestFocus();
      int layer = at(event.getX());
      painting = !chosen.contains(layer);
      paint(layer);
    }
  }

  private void paint(int layer) {
    if (layer >= 0) {
      cursor = layer;
      set(layer, painting);
    }
  }

  private int at(double x) {
    int count = getChildren().size();
    int layer = (int) Math.floor(x / Math.max(getWidth(), 1) * count);
    return count == 0 ? -1 : Math.max(0, Math.min(layer, count - 1));
  }

  /** A layer that the vector lacks is not chosen; one that was typed can be taken away. */
  private void set(int layer, boolean on) {
    boolean changed = on ? present.contains(layer) && chosen.add(layer) : chosen.remove(layer);
    if (changed) {
      told();
    }
    mark();
  }

  private void told() {
    mark();
    onChoose.accept(List.copyOf(chosen));
  }

  @Override
  protected void layoutChildren() {
    int count = getChildren().size();
    double pitch = count == 0 ? 0 : getWidth() / count;
    double gap = Math.min(WIDEST_GAP, pitch / 4);
    for (int layer = 0; layer < count; layer++) {
      double left = snapPositionX(layer * pitch + gap / 2);
      double right = snapPositionX((layer + 1) * pitch - gap / 2);
      getChildren().get(layer).resizeRelocate(left, 2, Math.max(right - left, 1), getHeight() - 4);
    }
  }
}
