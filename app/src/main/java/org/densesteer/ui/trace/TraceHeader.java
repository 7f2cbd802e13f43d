package org.densesteer.ui.trace;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** Head of a pane: the arm's name and its figures, on one line where there is room, else on two. */
final class TraceHeader extends Region {

  private final ArmViewModel arm;
  private final HBox title = new HBox();
  private final HBox figures = new HBox();
  private final Label note = new Label();

  TraceHeader(ArmViewModel arm, @Nullable ArmViewModel baseline, TraceLink link) {
    this.arm = arm;
    getStyleClass().add("trace-header");
    Circle dot = new Circle(4.5);
    dot.getStyleClass().add("arm-dot");
    Label name = new Label(arm.name());
    name.getStyleClass().add("arm-name");
    name.setMinWidth(USE_PREF_SIZE);
    note.getStyleClass().add("figure-caption");
    title.getStyleClass().add("trace-title");
    title.getChildren().addAll(dot, name, note, new ColouringMenu(link.colouringProperty()));
    figures.getStyleClass().add("trace-figures");
    figures.getChildren().addAll(new FigureRow(arm, baseline), new AnswerChip(arm));
    getChildren().addAll(title, figures);
    arm.stateProperty().addListener((property, before, now) -> update());
    update();
  }

  private void update() {
    note.setText(
        switch (arm.stateProperty().get()) {
          case EMPTY, COMPLETE -> "";
          case RUNNING -> "writing…";
          case AT_LENGTH -> "cut at the length limit";
          case STOPPED -> "stopped";
        });
    note.setManaged(!note.getText().isEmpty());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private boolean fitsOneLine(double width) {
    return title.prefWidth(-1) + figures.prefWidth(-1) + snappedLeftInset() + snappedRightInset()
        <= width;
  }

  @Override
  protected double computePrefHeight(double width) {
    double insets = snappedTopInset() + snappedBottomInset();
    double titleHeight = title.prefHeight(-1);
    double figuresHeight = figures.prefHeight(-1);
    return insets
        + (width < 0 || fitsOneLine(width)
            ? Math.max(titleHeight, figuresHeight)
            : titleHeight + figuresHeight);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return title.prefWidth(-1) + figures.prefWidth(-1) + snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double width = getWidth() - left - snappedRightInset();
    double height = getHeight() - top - snappedBottomInset();
    double figuresWidth = Math.min(width, figures.prefWidth(-1));
    double titleHeight = title.prefHeight(-1);
    if (fitsOneLine(getWidth())) {
      title.resizeRelocate(left, top, width - figuresWidth, height);
      figures.resizeRelocate(left + width - figuresWidth, top, figuresWidth, height);
    } else {
      title.resizeRelocate(left, top, width, titleHeight);
      figures.resizeRelocate(left, top + titleHeight, width, height - titleHeight);
    }
  }
}
