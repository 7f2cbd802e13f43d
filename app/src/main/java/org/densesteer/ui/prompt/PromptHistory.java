package org.densesteer.ui.prompt;

import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.Observable;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.common.UndoHistory;
import org.densesteer.ui.common.UndoOrder;

/**
 * The edits of the prompt panel. A text that is typed in one go counts as one; so does everything
 * that one event changes, such as another problem.
 */
public final class PromptHistory implements UndoOrder.Member {

  private static final int TYPING_REST_MS = 1000;
  private static final Set<String> TYPED = Set.of("question", "system", "variables");

  private final PromptViewModel prompts;
  private final UndoOrder order;
  private final Executor later;
  private final RestTimer typing;
  private final UndoHistory<PromptState> history = new UndoHistory<>();
  private PromptState present;
  private boolean waiting;

  /**
   * Follows the panel from now on.
   *
   * @param later runs what is to happen after the event that is under way
   */
  public PromptHistory(
      PromptViewModel prompts, UndoOrder order, RestTimer.Maker timers, Executor later) {
    this.prompts = prompts;
    this.order = order;
    this.later = later;
    typing = timers.after(TYPING_REST_MS);
    present = prompts.state();
    prompts.observables().forEach(each -> each.addListener(this::changed));
    order.join(this);
  }

  private void changed(Observable observable) {
    if (!waiting) {
      waiting = true;
      later.execute(this::look);
    }
  }

  private void look() {
    waiting = false;
    PromptState now = prompts.state();
    if (now.equals(present)) {
      return;
    }
    // What is read when the window opens is nobody's edit.
    if (present.problems() != null) {
      Set<String> kind = now.differences(present);
      if (history.record(kind, present)) {
        order.edited(this);
      }
      if (kind.size() == 1 && TYPED.containsAll(kind)) {
        typing.restart(history::seal);
      } else {
        history.seal();
      }
    }
    present = now;
  }

  @Override
  public boolean undo() {
    look();
    return history.undo(present).map(this::become).orElse(false);
  }

  @Override
  public boolean redo() {
    look();
    return history.redo(present).map(this::become).orElse(false);
  }

  private boolean become(PromptState other) {
    present = other;
    prompts.become(other);
    return true;
  }

  @Override
  public void rest() {
    look();
    typing.cancel();
    history.seal();
  }
}
