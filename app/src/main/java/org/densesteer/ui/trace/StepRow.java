package org.densesteer.ui.trace;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.densesteer.metrics.StepMeasures;

/**
 * One reasoning step: its figures in the margin, a rule, its text. Height is remembered per width,
 * so that a long column lays out only the step that changed.
 */
final class StepRow extends Region {

  private static final double MARGIN_EMS = 3.9;
  private static final double NUMBER_EMS = 1.4;
  private static final double GAP_EMS = 0.85;

  /** In a narrower row, in ems, the margin has only the step's number. */
  private static final double NARROW_EMS = 14;

  private final ResponseText response;
  private final StepMargin margin = new StepMargin();
  private final Region rule = new Region();
  private final Text text = new Text();
  private final TextFlow flow = new TextFlow(text);
  private final TextShades shades;
  private final Path difference = path("first-difference");
  private final Path selection = path("trace-selection");
  private final Path marks = path("strength-mark");
  private final Path focus = path("token-focus");

  private StepMeasures step;
  private SortedMap<Integer, String> marked = new TreeMap<>();
  private TraceSelection selected = TraceSelection.NONE;
  private int differing = -1;
  private int focused = -1;
  private double knownWidth = -1;
  private double knownHeight;

  StepRow(ResponseText response, StepMeasures step) {
    this.response = response;
    this.step = step;
    this.shades = new TextShades(response);
    getStyleClass().add("step-row");
    rule.getStyleClass().add("step-rule");
    text.getStyleClass().add("trace-text");
    flow.getStyleClass().add("step-text");
    getChildren().addAll(margin, rule, shades, difference, selection, flow, marks, focus);
    text.fontProperty().addListener((property, before, now) -> shades.forget());
    update(step);
  }

  private static Path path(String style) {
    Path path = new Path();
    path.setManaged(false);
    path.setMouseTransparent(true);
    path.getStyleClass().add(style);
    return path;
  }

  void update(StepMeasures now) {
    step = now;
    if (!text.getText().equals(now.step().text())) {
      text.setText(now.step().text());
    }
    margin.show(now, marked);
    requestLayout();
  }

  /** Marks where the arm was steered anew: tokens and what each changed to. */
  void mark(SortedMap<Integer, String> all) {
    SortedMap<Integer, String> own =
        step.firstToken() < 0
            ? new TreeMap<>()
            : new TreeMap<>(all.subMap(step.firstToken(), step.lastToken() + 1));
    if (!own.equals(marked)) {
      marked = own;
      margin.show(step, marked);
      requestLayout();
    }
  }

  StepMeasures step() {
    return step;
  }

  void colour(TokenColouring colouring) {
    shades.colour(colouring);
    requestLayout();
  }

  void select(TraceSelection now) {
    if (!now.equals(selected)) {
      selected = now;
      requestLayout();
    }
  }

  /** Marks the first token that differs, if it is in this step; −1 for none. */
  void differ(int token) {
    int own = holds(token) ? token : -1;
    if (own != differing) {
      differing = own;
      requestLayout();
    }
  }

  /** Frames a token, if it is in this step; −1 for none. */
  void focusToken(int token) {
    int own = holds(token) ? token : -1;
    if (own != focused) {
      focused = own;
      requestLayout();
    }
  }

  private boolean holds(int token) {
    return token >= 0 && token >= step.firstToken() && token <= step.lastToken();
  }

  /** Offset in the response of the character under a point of this row; −1 beside the text. */
  int characterAt(Point2D point) {
    Point2D inFlow = flow.parentToLocal(point);
    int index = flow.hitTest(inFlow).getCharIndex();
    boolean inside = flow.getLayoutBounds().contains(inFlow) && index < text.getText().length();
    return inside ? step.step().start() + index : -1;
  }

  /** Offset in the response where a caret nearest to a point of this row would be. */
  int insertionAt(Point2D point) {
    int index = flow.hitTest(flow.parentToLocal(point)).getInsertionIndex();
    return step.step().start() + Math.max(0, Math.min(index, text.getText().length()));
  }

  /** Where a token begins, in coordinates of this row. */
  Point2D placeOf(int token) {
    focusToken(token);
    applyCss();
    layout();
    return focused < 0 || focus.getElements().isEmpty()
        ? flow.localToParent(0, 0)
        : new Point2D(focus.getBoundsInParent().getMinX(), focus.getBoundsInParent().getMaxY());
  }

  @Override
  public void requestLayout() {
    knownWidth = -1;
    super.requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    if (width < 0) {
      return margin.arrange(marginWidth(Double.MAX_VALUE), false);
    }
    if (width != knownWidth) {
      double marginHeight = margin.arrange(marginWidth(width), isNarrow(width));
      double textHeight = flow.prefHeight(Math.max(1, width - textLeft(width)));
      knownHeight = snapSizeY(Math.max(marginHeight, textHeight));
      knownWidth = width;
    }
    return knownHeight;
  }

  @Override
  protected double computePrefWidth(double height) {
    return textLeft(Double.MAX_VALUE) + 20 * em();
  }

  private double em() {
    return text.getFont().getSize();
  }

  private boolean isNarrow(double width) {
    return width < NARROW_EMS * em();
  }

  private double marginWidth(double width) {
    return snapSizeX((isNarrow(width) ? NUMBER_EMS : MARGIN_EMS) * em());
  }

  private double textLeft(double width) {
    return snapSizeX(marginWidth(width) + 2 * GAP_EMS * em());
  }

  @Override
  protected void layoutChildren() {
    double left = textLeft(getWidth());
    double marginWidth = marginWidth(getWidth());
    margin.arrange(marginWidth, isNarrow(getWidth()));
    rule.resizeRelocate(snapPositionX(marginWidth + GAP_EMS * em()), 0, 2, getHeight());
    flow.resizeRelocate(left, 0, Math.max(1, getWidth() - left), getHeight());
    flow.layout();
    for (Path path : List.of(difference, selection, marks, focus)) {
      path.setLayoutX(left);
      path.setLayoutY(0);
    }
    shades.setLayoutX(left);
    shades.arrange(step, flow);
    put(difference, tokenShape(differing));
    put(focus, tokenShape(focused));
    put(selection, shape(selected.from(), selected.to()));
    put(marks, strengthShape());
  }

  private static void put(Path path, PathElement[] elements) {
    path.setVisible(elements.length > 0);
    if (elements.length > 0 || !path.getElements().isEmpty()) {
      path.getElements().setAll(elements);
    }
  }

  private PathElement[] tokenShape(int token) {
    if (token < 0 || token >= response.size()) {
      return new PathElement[0];
    }
    int from = response.start(token);
    int to = response.end(token);
    while (from < to && Character.isWhitespace(response.text(from, from + 1).charAt(0))) {
      from++;
    }
    return shape(from, to);
  }

  private PathElement[] shape(int from, int to) {
    int first = Math.max(0, from - step.step().start());
    int last = Math.min(text.getText().length(), to - step.step().start());
    return first < last ? flow.rangeShape(first, last) : new PathElement[0];
  }

  private PathElement[] strengthShape() {
    return marked.keySet().stream()
        .map(mark -> response.start(mark) - step.step().start())
        .filter(offset -> offset >= 0 && offset <= text.getText().length())
        .flatMap(offset -> List.of(flow.caretShape(offset, true)).stream())
        .toArray(PathElement[]::new);
  }
}
