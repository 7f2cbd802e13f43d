package org.densesteer.ui.trace;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;

/** Head of a pane: the arm's name and its figures, on one line where there is room, else on two. */
final class TraceHeader extends Region {

  private static final double GAP = 12;

  private final ArmViewModel arm;
  private final HBox title = new HBox();
  private final FigureRow figures;
  private final AnswerChip chip;
  private final Label steering = new Label();
  private final Tooltip steeringInFull = new Tooltip();
  private final Label note = new Label();

  TraceHeader(ArmViewModel arm, @Nullable ArmViewModel baseline, TraceLink link) {
    this.arm = arm;
    getStyleClass().add("trace-header");
    Circle dot = new Circle(4.5);
    dot.getStyleClass().add("arm-dot");
    Label name = new Label(arm.name());
    name.getStyleClass().add("arm-name");
    name.setMinWidth(USE_PREF_SIZE);
    steering.getStyleClass().addAll("figure-caption", "figure");
    steering.setTooltip(steeringInFull);
    note.getStyleClass().add("figure-caption");
    title.getStyleClass().add("trace-title");
    title
        .getChildren()
        .addAll(dot, name, steering, note, new ColouringMenu(link.colouringProperty()));
    figures = new FigureRow(arm, baseline);
    chip = new AnswerChip(arm);
    getChildren().addAll(title, figures, chip);
    arm.stateProperty().addListener((property, before, now) -> update());
    arm.steeringsProperty().addListener((property, before, now) -> showSteering(now));
    showSteering(arm.steeringsProperty().get());
    update();
  }

  private void showSteering(List<Steering> steerings) {
    steering.setText(SteeringWords.compact(steerings));
    steeringInFull.setText(SteeringWords.full(steerings));
    Fx.visible(steering, !steerings.isEmpty());
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

  private double oneLineWidth() {
    return snappedLeftInset()
        + title.prefWidth(-1)
        + figures.prefWidth(-1)
        + chipWidth()
        + snappedRightInset();
  }

  private double chipWidth() {
    return chip.isManaged() ? chip.prefWidth(-1) + GAP : 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    double insets = snappedTopInset() + snappedBottomInset();
    double titleHeight = title.prefHeight(-1);
    if (width < 0 || oneLineWidth() <= width) {
      return insets + Math.max(titleHeight, figures.prefHeight(-1));
    }
    return insets + titleHeight + figures.prefHeight(inner(width));
  }

  private double inner(double width) {
    return Math.max(0, width - snappedLeftInset() - snappedRightInset());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return oneLineWidth();
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double width = inner(getWidth());
    double height = getHeight() - top - snappedBottomInset();
    boolean oneLine = oneLineWidth() <= getWidth();
    double titleHeight = oneLine ? height : title.prefHeight(-1);
    double chipWidth = chipWidth();
    double chipHeight = chip.prefHeight(-1);
    chip.resizeRelocate(
        snapPositionX(left + width - chipWidth + GAP),
        snapPositionY(top + (titleHeight - chipHeight) / 2),
        Math.max(0, chipWidth - GAP),
        chipHeight);
    double figuresWidth = figures.prefWidth(-1);
    if (oneLine) {
      double figuresLeft = snapPositionX(left + width - chipWidth - figuresWidth);
      title.resizeRelocate(left, top, Math.max(0, figuresLeft - left), height);
      figures.resizeRelocate(figuresLeft, top, figuresWidth, height);
    } else {
      title.resizeRelocate(left, top, Math.max(0, width - chipWidth), titleHeight);
      double shown = Math.min(width, figuresWidth);
      figures.resizeRelocate(left, top + titleHeight, shown, height - titleHeight);
    }
  }
}
