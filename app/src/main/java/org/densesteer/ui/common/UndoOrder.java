package org.densesteer.ui.common;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * One way back through several panels, each with a history of its own: the edit that came last is
 * taken back first, whichever panel it was made in.
 */
public final class UndoOrder {

  private static final int LIMIT = 400;

  private final List<Member> members = new ArrayList<>();
  private final Deque<List<Member>> past = new ArrayDeque<>();
  private final Deque<List<Member>> future = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private boolean together;

  /** A panel with a history. */
  public interface Member {
    /** Takes its last edit back; false where it has none. */
    boolean undo();

    /** Does again what it took back; false where there is nothing. */
    boolean redo();

    /** Ends its present edit: the next one counts on its own. */
    void rest();
  }

  /** Takes in a panel, which says {@link #edited} of every new entry of its history. */
  public void join(Member member) {
    members.add(member);
  }

  /** A panel has a new entry in its history. */
  public void edited(Member member) {
    members.stream().filter(other -> other != member).forEach(Member::rest);
    future.clear();
    if (together && !past.isEmpty()) {
      past.getFirst().add(member);
    } else {
      past.push(new ArrayList<>(List.of(member)));
      if (past.size() > LIMIT) {
        past.removeLast();
      }
    }
    update();
  }

  /** What several panels are set to at once counts as one edit. */
  public void together(Runnable edits) {
    members.forEach(Member::rest);
    past.push(new ArrayList<>());
    together = true;
    try {
      edits.run();
      // What a panel notes only after the event that changed it, it notes now.
      members.forEach(Member::rest);
    } finally {
      together = false;
      if (past.getFirst().isEmpty()) {
        past.pop();
      }
      update();
    }
  }

  /** Whether edits count as one at the moment. */
  public boolean isTogether() {
    return together;
  }

  /** Takes the last edit back. */
  public void undo() {
    members.forEach(Member::rest);
    while (!past.isEmpty()) {
      List<Member> step = past.pop();
      boolean done = false;
      for (int i = step.size() - 1; i >= 0; i--) {
        done |= step.get(i).undo();
      }
      if (done) {
        future.push(step);
        break;
      }
    }
    update();
  }

  /** Does again what was taken back. */
  public void redo() {
    members.forEach(Member::rest);
    while (!future.isEmpty()) {
      List<Member> step = future.pop();
      boolean done = false;
      for (Member member : step) {
        done |= member.redo();
      }
      if (done) {
        past.push(step);
        break;
      }
    }
    update();
  }

  private void update() {
    canUndo.set(past.stream().anyMatch(step -> !step.isEmpty()));
    canRedo.set(!future.isEmpty());
  }

  /** Whether there is an edit to take back. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  /** Whether there is something to do again. */
  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }
}
