package org.densesteer.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * States to go back to. Edits of one kind that follow each other without a rest, such as a slider
 * being dragged, count as one.
 *
 * @param <S> an immutable state
 */
public final class UndoHistory<S> {

  private static final int LIMIT = 200;

  private final Deque<S> past = new ArrayDeque<>();
  private final Deque<S> future = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private Object openKind = "";

  /**
   * Notes the state before an edit of this kind.
   *
   * @return whether it counts on its own, and not with the edit before it
   */
  public boolean record(Object kind, S before) {
    boolean apart = !openKind.equals(kind) || past.isEmpty();
    if (apart) {
      past.push(before);
      if (past.size() > LIMIT) {
        past.removeLast();
      }
    }
    openKind = kind;
    future.clear();
    update();
    return apart;
  }

  /** Ends the present edit: the next one counts on its own. */
  public void seal() {
    openKind = "";
  }

  /** Changes every state that can be gone to, where something outside them has changed. */
  public void replaceAll(UnaryOperator<S> change) {
    for (Deque<S> states : List.of(past, future)) {
      List<S> changed = states.stream().map(change).toList();
      states.clear();
      states.addAll(changed);
    }
  }

  /** Steps back from {@code present}. */
  public Optional<S> undo(S present) {
    return step(past, future, present);
  }

  /** Steps forward again from {@code present}. */
  public Optional<S> redo(S present) {
    return step(future, past, present);
  }

  private Optional<S> step(Deque<S> from, Deque<S> to, S present) {
    seal();
    if (from.isEmpty()) {
      return Optional.empty();
    }
    to.push(present);
    S state = from.pop();
    update();
    return Optional.of(state);
  }

  /** Whether there is a state to go back to. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  /** Whether there is a state to go forward to. */
  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  private void update() {
    canUndo.set(!past.isEmpty());
    canRedo.set(!future.isEmpty());
  }
}
