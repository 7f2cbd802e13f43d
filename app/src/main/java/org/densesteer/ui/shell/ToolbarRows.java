package org.densesteer.ui.shell;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * The toolbar's three groups: in one row where they fit, the second one beside the third; else the
 * first alone and the other two in a row below it.
 */
public final class ToolbarRows extends Region {

  private final DoubleProperty gap = new SimpleDoubleProperty(this, "gap", 10);

  /** Makes an empty toolbar, for FXML. */
  public ToolbarRows() {}

  /** The groups, from the left. */
  public List<Node> getGroups() {
    return getChildren();
  }

  /** Least distance between groups and between rows, in pixels. */
  public DoubleProperty gapProperty() {
    return gap;
  }

  /** Least distance between groups and between rows, in pixels. */
  public double getGap() {
    return gap.get();
  }

  /** Sets the least distance between groups and between rows, in pixels. */
  public void setGap(double pixels) {
    gap.set(pixels);
  }

  /** Whether all groups stand in one row at a width in pixels. */
  boolean isOneRow(double width) {
    return width < 0 || oneRowWidth() <= width;
  }

  private double oneRowWidth() {
    double wanted = snappedLeftInset() + snappedRightInset();
    for (Node group : getManagedChildren()) {
      wanted += snapSizeX(group.prefWidth(-1)) + getGap();
    }
    return wanted - getGap();
  }

  private double rowHeight(List<Node> groups) {
    return groups.stream().mapToDouble(group -> snapSizeY(group.prefHeight(-1))).max().orElse(0);
  }

  private List<Node> below() {
    List<Node> groups = getManagedChildren();
    return groups.subList(Math.min(1, groups.size()), groups.size());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return oneRowWidth();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double insets = snappedTopInset() + snappedBottomInset();
    List<Node> groups = getManagedChildren();
    return isOneRow(width)
        ? insets + rowHeight(groups)
        : insets + rowHeight(groups.subList(0, 1)) + getGap() + rowHeight(below());
  }

  @Override
  protected void layoutChildren() {
    List<Node> groups = getManagedChildren();
    if (groups.isEmpty()) {
      return;
    }
    double left = snappedLeftInset();
    double right = getWidth() - snappedRightInset();
    double top = snappedTopInset();
    Node first = groups.get(0);
    if (isOneRow(getWidth())) {
      double height = rowHeight(groups);
      double firstEnd = put(first, left, top, first.prefWidth(-1), height);
      spread(below(), firstEnd + getGap(), right, top, height);
    } else {
      double height = rowHeight(groups.subList(0, 1));
      put(first, left, top, Math.min(first.prefWidth(-1), right - left), height);
      spread(below(), left, right, top + height + getGap(), rowHeight(below()));
    }
  }

  /** The last one at the right end; the one before it beside it, or at the left of a second row. */
  private void spread(List<Node> groups, double left, double right, double top, double height) {
    if (groups.isEmpty()) {
      return;
    }
    Node last = groups.get(groups.size() - 1);
    double lastLeft = Math.max(left, right - last.prefWidth(-1));
    put(last, lastLeft, top, right - lastLeft, height);
    if (groups.size() > 1) {
      Node middle = groups.get(groups.size() - 2);
      double room = lastLeft - getGap() - left;
      double width = Math.min(middle.prefWidth(-1), Math.max(0, room));
      // Held by the right end: names on the left change their length.
      double start = isOneRow(getWidth()) ? left + room - width : left;
      put(middle, start, top, width, height);
    }
  }

  /** The right end of what was put. */
  private double put(Node node, double left, double top, double width, double height) {
    double wide = snapSizeX(width);
    node.resizeRelocate(snapPositionX(left), snapPositionY(top), wide, height);
    return left + wide;
  }
}
