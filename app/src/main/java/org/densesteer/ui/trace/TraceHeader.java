package org.densesteer.ui.trace;

import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.util.Subscription;
import org.densesteer.notebook.RunChange;
import org.densesteer.notebook.RunSteering;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.WrappingRow;
import org.jspecify.annotations.Nullable;

/**
 * Head of a pane: the arm's name, what steers it, its figures and its answer. All on one line where
 * there is room, else the figures below, else what steers it on a line of its own, too.
 */
final class TraceHeader extends Region {

  private static final double GAP = 12;
  private static final double LEAST_WORDS = 40;

  private final HBox title = new HBox();
  private final WrappingRow words = new WrappingRow();
  private final ColouringMenu colouring = new ColouringMenu();
  private final FigureRow figures = new FigureRow();
  private final AnswerChip chip = new AnswerChip();
  private final Label steering = new Label();
  private final Tooltip steeringInFull = new Tooltip();
  private final Label stale = new Label();
  private final Tooltip question = new Tooltip();
  private final Label note = new Label();
  private final Label thinking = new Label();
  private final Tooltip thinkingInFull = new Tooltip();
  private final Label name;
  private final BooleanProperty compact = new SimpleBooleanProperty();
  private Runnable onLayout = () -> {};
  private boolean hasMenu;
  private double level;
  private boolean stacked;

  TraceHeader(String arm) {
    getStyleClass().add("trace-header");
    Circle dot = new Circle(4.5);
    dot.getStyleClass().add("arm-dot");
    name = new Label(arm);
    name.getStyleClass().add("arm-name");
    name.minWidthProperty().bind(Bindings.when(compact).then(0.0).otherwise(USE_PREF_SIZE));
    steering.getStyleClass().addAll("figure-caption", "figure");
    steering.setTooltip(steeringInFull);
    stale.getStyleClass().add("stale-note");
    question.setWrapText(true);
    question.setMaxWidth(420);
    note.getStyleClass().add("figure-caption");
    thinking.getStyleClass().add("figure-caption");
    thinking.setTooltip(thinkingInFull);
    title.getStyleClass().add("trace-title");
    words.getStyleClass().add("trace-words");
    title.getChildren().addAll(dot, name);
    words.getChildren().addAll(stale, steering, note, thinking);
    for (Label label : List.of(stale, steering, note, thinking)) {
      label.maxWidthProperty().bind(Bindings.max(LEAST_WORDS, words.widthProperty()));
    }
    Fx.visible(stale, stale.textProperty().isNotEmpty());
    // On one line, the more urgent of the two.
    Fx.visible(
        steering,
        steering.textProperty().isNotEmpty().and(compact.not().or(stale.textProperty().isEmpty())));
    for (Label label : List.of(note, thinking)) {
      Fx.visible(label, label.textProperty().isNotEmpty().and(compact.not()));
    }
    Fx.visible(figures, compact.not());
    compact.subscribe(this::requestLayout);
    getChildren().addAll(title, words, colouring, figures, chip);
  }

  /** Puts something to press behind the name. */
  void offer(Node action) {
    title.getChildren().add(action);
  }

  Subscription follow(ArmViewModel arm, @Nullable ArmViewModel baseline, TraceLink link) {
    onLayout = link::levelHeadsSoon;
    hasMenu = baseline == null;
    return Subscription.combine(
        said(arm, SteeringWords::compact)
            .map(words -> arm.name().endsWith(words) ? "" : words)
            .subscribe(steering::setText),
        said(arm, SteeringWords::full).subscribe(steeringInFull::setText),
        Endings.of(arm).subscribe(note::setText),
        arm.stalenessProperty().map(Staleness::words).subscribe(stale::setText),
        arm.askedProperty().map(AskedArm::question).orElse("").subscribe(question::setText),
        arm.stalenessProperty()
            .map(now -> now.otherQuestion() ? question : null)
            .subscribe(stale::setTooltip),
        arm.reasoningProperty().map(ThinkingWords::compact).orElse("").subscribe(thinking::setText),
        arm.reasoningProperty()
            .map(ThinkingWords::full)
            .orElse("")
            .subscribe(thinkingInFull::setText),
        link.compactHeadsProperty().subscribe(compact::set),
        colouring.follow(link.colouringProperty()),
        figures.follow(arm, baseline),
        chip.follow(arm));
  }

  private static ObservableValue<String> said(
      ArmViewModel arm, BiFunction<List<RunSteering>, List<RunChange>, String> words) {
    return arm.steeringsProperty()
        .flatMap(first -> arm.changesProperty().map(changes -> words.apply(first, changes)));
  }

  /** Shows all figures, or those that a low pane has room for, or a low and narrow one. */
  void showFigures(boolean low, boolean narrow) {
    figures.show(!(low && narrow), !low);
  }

  /** Shows under the figures where random directions lie, or leaves that to their tooltips. */
  void showFloor(boolean shown) {
    figures.showFloor(shown);
  }

  private double wordsWidth() {
    return stale.isManaged() || steering.isManaged() || note.isManaged() || thinking.isManaged()
        ? words.prefWidth(-1) + GAP
        : 0;
  }

  /** Name, words and menu; the menu has empty space of its own around its sign. */
  private double titleWidth() {
    return title.prefWidth(-1) + wordsWidth() + colouring.prefWidth(-1);
  }

  private double chipWidth() {
    return chip.isManaged() ? chip.prefWidth(-1) + GAP : 0;
  }

  private boolean isOneLine(double inner) {
    return !stacked && fitsOneLine(inner);
  }

  private boolean fitsOneLine(double inner) {
    return titleWidth() + GAP + figures.prefWidth(-1) + chipWidth() <= inner;
  }

  /** Whether words, or the answer, or both need a line of their own. */
  private boolean isTight(double inner) {
    return titleWidth() + chipWidth() > inner && (wordsWidth() > 0 || isCrowded(inner));
  }

  /** Whether there is no room for the answer beside the name. */
  private boolean isCrowded(double inner) {
    return title.prefWidth(-1) + colouring.prefWidth(-1) + chip.prefWidth(-1) > inner
        && chip.isManaged();
  }

  private double secondLine(double inner) {
    return Math.max(
        wordsWidth() > 0 ? words.prefHeight(wordsRoom(inner)) : 0,
        isCrowded(inner) ? chip.prefHeight(-1) : 0);
  }

  /** Width that the words have on a line of their own. */
  private double wordsRoom(double inner) {
    return Math.max(0, isCrowded(inner) ? inner - chip.prefWidth(-1) - GAP : inner);
  }

  private double titleHeight() {
    return Math.max(title.prefHeight(-1), Math.max(colouring.prefHeight(-1), chip.prefHeight(-1)));
  }

  private double inner(double width) {
    return Math.max(0, width - snappedLeftInset() - snappedRightInset());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** How high it would be by itself. */
  double naturalHeight() {
    return naturalHeight(getWidth());
  }

  /** Whether there is room for everything on one line. */
  boolean fitsOneLine() {
    return fitsOneLine(inner(getWidth()));
  }

  /** Sets the figures below the name even where one line had room, as the heads beside it do. */
  void stack(boolean now) {
    if (now != stacked) {
      stacked = now;
      requestLayout();
    }
  }

  /** Makes it at least so high, as the heads beside it are. */
  void level(double height) {
    if (height != level) {
      level = height;
      requestLayout();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(naturalHeight(width), level);
  }

  private double naturalHeight(double width) {
    double insets = snappedTopInset() + snappedBottomInset();
    double inner = width < 0 ? Double.MAX_VALUE : inner(width);
    if (compact.get()) {
      return insets + titleHeight();
    }
    if (isOneLine(inner)) {
      return insets + Math.max(titleHeight(), figures.prefHeight(-1));
    }
    double own = isTight(inner) ? secondLine(inner) : 0;
    return insets + titleHeight() + own + figures.prefHeight(inner);
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
    double insets = snappedLeftInset() + snappedRightInset();
    return insets + titleWidth() + GAP + figures.prefWidth(-1) + chipWidth();
  }

  @Override
  protected void layoutChildren() {
    onLayout.run();
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double inner = inner(getWidth());
    double right = left + inner;
    if (compact.get()) {
      layoutCompact(left, top, right);
      return;
    }
    boolean oneLine = isOneLine(inner);
    words.setVisible(true);
    colouring.setVisible(true);
    chip.setVisible(chip.isManaged());
    double first = oneLine ? getHeight() - top - snappedBottomInset() : titleHeight();
    double chipLeft = right - chip.prefWidth(-1);
    double next = centre(title, left, top, first);
    if (isTight(inner)) {
      centre(colouring, next, top, first);
      double second = secondLine(inner);
      boolean crowded = isCrowded(inner);
      centre(chip, chipLeft, top + (crowded ? first : 0), crowded ? second : first);
      double room = wordsRoom(inner);
      double high = words.prefHeight(room);
      words.resizeRelocate(
          left, snapPositionY(top + first + (second - high) / 2), Math.max(0, room), high);
      first += second;
    } else {
      centre(chip, chipLeft, top, first);
      if (wordsWidth() > 0) {
        next = centre(words, next + GAP, top, first);
      }
      centre(colouring, next, top, first);
    }
    double width = Math.min(inner, figures.prefWidth(-1));
    if (oneLine) {
      double start = snapPositionX(right - chipWidth() - width);
      figures.resizeRelocate(start, top, width, first);
    } else {
      figures.resizeRelocate(left, top + first, width, figures.prefHeight(inner));
    }
  }

  /** On one line, whose name is cut where there is no room for all. */
  private void layoutCompact(double left, double top, double right) {
    double height = getHeight() - top - snappedBottomInset();
    double end = right;
    // The table has the answer; the name, which is what tells the arms apart, needs the room.
    chip.setVisible(false);
    // All panes are coloured alike, so that one menu is enough.
    colouring.setVisible(hasMenu);
    end -= hasMenu ? colouring.prefWidth(-1) : 0;
    double room = Math.max(0, end - left);
    double own = Math.min(room, snapSizeX(title.prefWidth(-1)));
    double high = title.prefHeight(own);
    title.resizeRelocate(left, snapPositionY(top + (height - high) / 2), own, high);
    double rest = room - own - GAP;
    words.setVisible(rest >= LEAST_WORDS && wordsWidth() > 0);
    if (words.isVisible()) {
      double wordsHigh = words.prefHeight(rest);
      words.resizeRelocate(
          left + own + GAP, snapPositionY(top + (height - wordsHigh) / 2), rest, wordsHigh);
    }
    centre(colouring, end, top, height);
  }

  /** The right end of what was put into the middle of a line. */
  private double centre(Region node, double left, double top, double height) {
    double width = snapSizeX(node.prefWidth(-1));
    double high = node.prefHeight(width);
    node.resizeRelocate(snapPositionX(left), snapPositionY(top + (height - high) / 2), width, high);
    return left + width;
  }
}
