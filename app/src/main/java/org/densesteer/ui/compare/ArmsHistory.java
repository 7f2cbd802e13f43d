package org.densesteer.ui.compare;

import java.util.List;
import org.densesteer.ui.common.UndoHistory;
import org.densesteer.ui.common.UndoOrder;

/** The edits of which arms stand beside the two. An arm that comes back answers anew. */
final class ArmsHistory implements UndoOrder.Member {

  private final ExtraArms extras;
  private final UndoOrder order;
  private final UndoHistory<List<ArmKind>> history = new UndoHistory<>();
  private List<ArmKind> present;

  /** Follows the arms from now on. */
  ArmsHistory(ExtraArms extras, UndoOrder order) {
    this.extras = extras;
    this.order = order;
    present = extras.kinds();
    extras.list().subscribe(this::changed);
    order.join(this);
  }

  private void changed() {
    List<ArmKind> now = extras.kinds();
    if (now.equals(present)) {
      return;
    }
    List<ArmKind> before = present;
    present = now;
    if (!extras.isQuiet()) {
      // Together with others, several changes are one edit; alone, each counts.
      if (history.record("arms", before)) {
        order.edited(this);
      }
      if (!order.isTogether()) {
        history.seal();
      }
    }
  }

  @Override
  public boolean undo() {
    return history.undo(present).map(this::become).orElse(false);
  }

  @Override
  public boolean redo() {
    return history.redo(present).map(this::become).orElse(false);
  }

  private boolean become(List<ArmKind> other) {
    extras.quietly(() -> extras.become(other));
    return true;
  }

  @Override
  public void rest() {
    history.seal();
  }
}
