package org.densesteer.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Two panels, one way back. */
class UndoOrderTest {

  private final UndoOrder order = new UndoOrder();

  /** A panel that shows a number. */
  private final class Dial implements UndoOrder.Member {

    final UndoHistory<Integer> history = new UndoHistory<>();
    int value;

    Dial() {
      order.join(this);
    }

    void turn(int to) {
      if (history.record("turn", value)) {
        order.edited(this);
      }
      value = to;
    }

    @Override
    public boolean undo() {
      return history.undo(value).map(this::go).orElse(false);
    }

    @Override
    public boolean redo() {
      return history.redo(value).map(this::go).orElse(false);
    }

    private boolean go(int to) {
      value = to;
      return true;
    }

    @Override
    public void rest() {
      history.seal();
    }
  }

  private final Dial left = new Dial();
  private final Dial right = new Dial();

  @Test
  void theLastEditGoesBackFirstWhereverItWasMade() {
    left.turn(1);
    left.turn(2);
    right.turn(5);
    left.turn(3);
    order.undo();
    assertEquals(2, left.value);
    order.undo();
    assertEquals(0, right.value);
    order.undo();
    assertEquals(0, left.value);
    assertFalse(order.canUndoProperty().get());
    order.redo();
    order.redo();
    order.redo();
    assertEquals(3, left.value);
    assertEquals(5, right.value);
    assertFalse(order.canRedoProperty().get());
  }

  @Test
  void aNewEditEndsWhatCouldBeDoneAgainInEveryPanel() {
    left.turn(1);
    right.turn(2);
    order.undo();
    assertTrue(order.canRedoProperty().get());
    left.turn(7);
    order.redo();
    assertEquals(0, right.value);
    order.undo();
    assertEquals(1, left.value);
    order.redo();
    assertEquals(7, left.value);
  }

  @Test
  void whatIsSetTogetherGoesBackTogether() {
    left.turn(1);
    order.together(
        () -> {
          left.turn(2);
          right.turn(2);
        });
    order.together(() -> {});
    order.undo();
    assertEquals(1, left.value);
    assertEquals(0, right.value);
    order.redo();
    assertEquals(2, left.value);
    assertEquals(2, right.value);
  }
}
