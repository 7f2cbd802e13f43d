package org.densesteer.ui.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.densesteer.metrics.StepMeasures;
import org.densesteer.notebook.RunChange;
import org.densesteer.notebook.RunSteering;
import org.jspecify.annotations.Nullable;

/** The steps of an arm, one row each; a change touches only the rows of the steps it changes. */
final class StepColumn extends VBox {

  private final ArmViewModel arm;
  private final List<StepRow> rows = new ArrayList<>();
  private TokenColouring colouring = TokenColouring.NONE;
  private TraceSelection selection = TraceSelection.NONE;
  private final SortedMap<Integer, String> marks = new TreeMap<>();
  private int differing = -1;
  private int focused = -1;

  StepColumn(ArmViewModel arm) {
    this.arm = arm;
    getStyleClass().add("step-column");
  }

  Subscription follow() {
    ListChangeListener<StepMeasures> listener = this::changed;
    arm.steps().forEach(step -> insert(rows.size(), step));
    arm.steps().addListener(listener);
    Subscription marking = arm.changesProperty().subscribe(changes -> mark(changes));
    return marking.and(() -> arm.steps().removeListener(listener));
  }

  private void changed(ListChangeListener.Change<? extends StepMeasures> change) {
    while (change.next()) {
      if (change.wasReplaced() && change.getAddedSize() == change.getRemovedSize()) {
        for (int i = change.getFrom(); i < change.getTo(); i++) {
          refresh(i, change.getList().get(i));
        }
      } else {
        List<StepRow> removed =
            rows.subList(change.getFrom(), change.getFrom() + change.getRemovedSize());
        getChildren().removeAll(removed);
        removed.clear();
        for (int i = change.getFrom(); i < change.getTo(); i++) {
          insert(i, change.getList().get(i));
        }
      }
    }
  }

  private void insert(int place, StepMeasures step) {
    StepRow row = new StepRow(arm.response(), step);
    row.colour(colouring);
    rows.add(place, row);
    getChildren().add(place, row);
    refresh(place, step);
  }

  private void refresh(int place, StepMeasures step) {
    StepRow row = rows.get(place);
    row.update(step);
    row.mark(marks);
    row.differ(differing);
    row.focusToken(focused);
    row.select(selection);
  }

  private void mark(List<RunChange> changes) {
    marks.clear();
    List<RunSteering> before = arm.steeringsProperty().get();
    for (RunChange change : changes) {
      marks.put(change.token(), SteeringWords.mark(before, change.steerings()));
      before = change.steerings();
    }
    rows.forEach(row -> row.mark(marks));
  }

  void colour(TokenColouring now) {
    colouring = now;
    rows.forEach(row -> row.colour(now));
  }

  void select(TraceSelection now) {
    selection = now;
    rows.forEach(row -> row.select(now));
  }

  TraceSelection selection() {
    return selection;
  }

  void differ(int token) {
    differing = token;
    rows.forEach(row -> row.differ(token));
  }

  void focusToken(int token) {
    focused = token;
    rows.forEach(row -> row.focusToken(token));
  }

  int focusedToken() {
    return focused;
  }

  List<StepRow> rows() {
    return rows;
  }

  /** The row that holds a token; null when none does. */
  @Nullable StepRow rowOf(int token) {
    for (StepRow row : rows) {
      if (token >= row.step().firstToken() && token <= row.step().lastToken()) {
        return row;
      }
    }
    return null;
  }

  /** Offset of the character under a point of this column; −1 beside the text. */
  int characterAt(double x, double y) {
    for (StepRow row : rows) {
      if (row.getBoundsInParent().contains(x, y)) {
        return row.characterAt(row.parentToLocal(x, y));
      }
    }
    return -1;
  }

  /** Offset where a caret nearest to a point of this column would be. */
  int insertionAt(double x, double y) {
    if (rows.isEmpty()) {
      return 0;
    }
    StepRow nearest = rows.get(0);
    for (StepRow row : rows) {
      if (row.getLayoutY() <= y) {
        nearest = row;
      }
    }
    return nearest.insertionAt(nearest.parentToLocal(x, y));
  }

  /** Where a token begins, in coordinates of this column. */
  Point2D placeOf(int token) {
    StepRow row = rowOf(token);
    return row == null ? Point2D.ZERO : row.localToParent(row.placeOf(token));
  }
}
