package org.densesteer.ui.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.steering.CurveGate;
import org.densesteer.steering.CurveGate.Over;
import org.densesteer.steering.CurveGate.Point;
import org.densesteer.steering.GateText;

/**
 * A curve drawn by hand: points are dragged, double-clicks make and remove them, and keys do the
 * same for the chosen point. Factors between 0 and 1 are drawn; others stand in the words below.
 */
final class GateCurve extends Pane {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private static final double HEIGHT = 84;
  private static final double INSET = 8;
  private static final double REACH = 9;

  private final Polyline line = new Polyline();
  private final TextField words = new TextField();
  private CurveGate curve = new CurveGate(Over.TOKENS, List.of(new Point(0, 1)));
  private Consumer<CurveGate> onChange = changed -> {};
  private Runnable onRest = () -> {};
  private int selected;
  private boolean dragging;
  private double extent = 1;

  GateCurve() {
    getStyleClass().add("gate-curve");
    line.getStyleClass().add("gate-line");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setFocusTraversable(true);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    Tooltip.install(
        this,
        new Tooltip(
            "Drag points; double-click to add or remove one. Keys: Left and Right choose a point,"
                + " Up and Down change its factor (Shift: finely), Ctrl+Left and Ctrl+Right move"
                + " it, Insert and Delete add and remove."));
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(
        event -> {
          dragging = false;
          onRest.run();
          draw();
        });
    setOnKeyPressed(this::key);
    words.getStyleClass().add("figure");
    words.setAccessibleText("Points of the curve, place=factor");
    words.setOnAction(event -> typed());
    words.focusedProperty().subscribe((before, now) -> typed());
  }

  /** The points as text, to be typed exactly. */
  TextField words() {
    return words;
  }

  void setOnChange(Consumer<CurveGate> listener) {
    onChange = listener;
  }

  /** Says who hears that a drag or a typed change has ended. */
  void setOnRest(Runnable listener) {
    onRest = listener;
  }

  void show(CurveGate now) {
    curve = now;
    selected = Math.min(selected, now.points().size() - 1);
    words.setText(now.text().substring(now.over().id().length() + 1));
    words.pseudoClassStateChanged(WRONG, false);
    draw();
  }

  private void typed() {
    String text = curve.over().id() + ":" + words.getText();
    if (text.equals(curve.text())) {
      return;
    }
    try {
      change((CurveGate) GateText.parse(text, GateText::anyProbe));
      onRest.run();
    } catch (FaultException e) {
      words.pseudoClassStateChanged(WRONG, true);
      words.setTooltip(new Tooltip(e.getMessage()));
    }
  }

  private void change(CurveGate now) {
    show(now);
    onChange.accept(now);
  }

  private void points(List<Point> points) {
    change(new CurveGate(curve.over(), points));
  }

  private void draw() {
    List<Point> points = curve.points();
    if (!dragging) {
      double least = curve.over() == Over.TOKENS ? 100 : 4;
      extent = Math.max(least, 1.25 * points.get(points.size() - 1).place());
    }
    List<Double> line = new ArrayList<>();
    line.addAll(List.of(0.0, y(points.get(0))));
    getChildren().setAll(this.line);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      line.addAll(List.of(x(point), y(point)));
      Circle dot = new Circle(x(point), y(point), i == selected ? 5 : 4);
      dot.getStyleClass().add("gate-point");
      dot.pseudoClassStateChanged(SELECTED, i == selected);
      dot.setMouseTransparent(true);
      getChildren().add(dot);
    }
    line.addAll(List.of(getWidth(), y(points.get(points.size() - 1))));
    this.line.getPoints().setAll(line);
    Point chosen = points.get(selected);
    setAccessibleText(
        Texts.of(
            "Curve over %s, point %d of %d: %s",
            curve.over().words(), selected + 1, points.size(), chosen));
  }

  @Override
  protected void layoutChildren() {
    draw();
  }

  private double x(Point point) {
    return INSET + point.place() / extent * Math.max(1, getWidth() - 2 * INSET);
  }

  private double y(Point point) {
    double factor = Math.max(0, Math.min(1, point.value()));
    return INSET + (1 - factor) * Math.max(1, getHeight() - 2 * INSET);
  }

  private Point at(double x, double y) {
    double place = (x - INSET) / Math.max(1, getWidth() - 2 * INSET) * extent;
    double factor = 1 - (y - INSET) / Math.max(1, getHeight() - 2 * INSET);
    return new Point(
        Math.max(0, Math.min(Math.round(place), Math.round(extent))),
        Math.max(0, Math.min(1, Math.round(20 * factor) / 20.0)));
  }

  private int near(double x, double y) {
    List<Point> points = curve.points();
    for (int i = 0; i < points.size(); i++) {
      if (Math.hypot(x(points.get(i)) - x, y(points.get(i)) - y) <= REACH) {
        return i;
      }
    }
    return -1;
  }

  private void press(MouseEvent event) {
    requestFocus();
    int hit = near(event.getX(), event.getY());
    dragging = hit >= 0;
    if (event.getClickCount() == 2) {
      dragging = false;
      if (hit >= 0) {
        remove(hit);
      } else {
        add(at(event.getX(), event.getY()));
      }
    } else if (hit >= 0) {
      selected = hit;
      draw();
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (dragging) {
      move(at(event.getX(), event.getY()));
      event.consume();
    }
  }

  /** Moves the chosen point, between its neighbours. */
  private void move(Point wanted) {
    List<Point> points = new ArrayList<>(curve.points());
    double least = selected == 0 ? 0 : points.get(selected - 1).place() + 1;
    double most =
        selected == points.size() - 1 ? Double.MAX_VALUE : points.get(selected + 1).place() - 1;
    double place = Math.max(least, Math.min(most, wanted.place()));
    Point moved = new Point(place, wanted.value());
    if (least <= most && !moved.equals(points.get(selected))) {
      points.set(selected, moved);
      points(points);
    }
  }

  private void add(Point point) {
    List<Point> points = new ArrayList<>(curve.points());
    int place = 0;
    while (place < points.size() && points.get(place).place() < point.place()) {
      place++;
    }
    boolean taken = place < points.size() && points.get(place).place() == point.place();
    if (!taken && points.size() < CurveGate.MOST_POINTS) {
      points.add(place, point);
      selected = place;
      points(points);
    }
  }

  private void remove(int index) {
    if (curve.points().size() > 1) {
      List<Point> points = new ArrayList<>(curve.points());
      points.remove(index);
      selected = Math.max(0, Math.min(selected, points.size() - 1));
      points(points);
    }
  }

  private void key(KeyEvent event) {
    Point chosen = curve.points().get(selected);
    double step = event.isShiftDown() ? 0.01 : 0.05;
    double stride = curve.over() == Over.TOKENS && !event.isShiftDown() ? 5 : 1;
    switch (event.getCode()) {
      case UP -> move(new Point(chosen.place(), rounded(chosen.value() + step)));
      case DOWN -> move(new Point(chosen.place(), rounded(chosen.value() - step)));
      case LEFT, RIGHT -> {
        int way = event.getCode() == KeyCode.LEFT ? -1 : 1;
        if (event.isControlDown()) {
          move(new Point(Math.max(0, chosen.place() + way * stride), chosen.value()));
        } else {
          selected = Math.max(0, Math.min(selected + way, curve.points().size() - 1));
          draw();
        }
      }
      case INSERT -> {
        boolean last = selected == curve.points().size() - 1;
        double next = last ? extent : curve.points().get(selected + 1).place();
        double middle = Math.round((chosen.place() + next) / 2);
        add(new Point(middle, rounded(curve.at(middle))));
      }
      case DELETE, BACK_SPACE -> remove(selected);
      default -> {
        return;
      }
    }
    onRest.run();
    event.consume();
  }

  private static double rounded(double factor) {
    return Math.max(0, Math.min(1, Math.round(100 * factor) / 100.0));
  }
}
