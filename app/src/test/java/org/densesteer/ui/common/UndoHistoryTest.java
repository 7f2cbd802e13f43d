package org.densesteer.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UndoHistoryTest {

  private final UndoHistory<String> history = new UndoHistory<>();

  @Test
  void editsOfOneKindWithoutARestAreOneStep() {
    history.record("strength", "1");
    history.record("strength", "2");
    history.record("strength", "3");
    assertEquals(Optional.of("1"), history.undo("4"));
    assertTrue(history.undo("1").isEmpty());
  }

  @Test
  void aRestOrAnotherKindBeginsAStep() {
    history.record("strength", "1");
    history.seal();
    history.record("strength", "2");
    history.record("layer", "3");
    assertEquals(Optional.of("3"), history.undo("4"));
    assertEquals(Optional.of("2"), history.undo("3"));
    assertEquals(Optional.of("1"), history.undo("2"));
    assertFalse(history.canUndoProperty().get());
  }

  @Test
  void redoGoesForwardUntilANewEdit() {
    history.record("layer", "a");
    assertEquals(Optional.of("a"), history.undo("b"));
    assertTrue(history.canRedoProperty().get());
    assertEquals(Optional.of("b"), history.redo("a"));
    assertEquals(Optional.of("a"), history.undo("b"));
    history.record("layer", "a");
    assertFalse(history.canRedoProperty().get());
  }

  @Test
  void anEditAfterUndoIsAStepOfItsOwn() {
    history.record("strength", "1");
    history.seal();
    history.record("strength", "2");
    history.undo("3");
    history.record("strength", "2");
    assertEquals(Optional.of("2"), history.undo("5"));
    assertEquals(Optional.of("1"), history.undo("2"));
  }

  @Test
  void forgetsTheOldestStepsOnly() {
    for (int i = 0; i < 300; i++) {
      history.seal();
      history.record("strength", "" + i);
    }
    int steps = 0;
    String present = "300";
    while (history.canUndoProperty().get()) {
      present = history.undo(present).orElseThrow();
      steps++;
    }
    assertEquals(200, steps);
    assertEquals("100", present);
  }
}
