package org.densesteer.ui.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.ui.ViewModels;
import org.densesteer.ui.common.HandTimers;
import org.densesteer.ui.common.UndoOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ctrl+Z over the prompt panel and the steering panel. */
class PromptHistoryTest {

  private final ViewModels parts = new ViewModels();
  private final UndoOrder order = new UndoOrder();
  private final HandTimers timers = new HandTimers();
  private final List<Runnable> later = new ArrayList<>();
  private String first = "";

  @BeforeEach
  void open() {
    parts.steering.join(order);
    new PromptHistory(parts.prompts, order, timers, later::add);
    parts.open();
    endEvent();
    first = question();
  }

  private void endEvent() {
    List<Runnable> all = List.copyOf(later);
    later.clear();
    all.forEach(Runnable::run);
  }

  private void type(String text) {
    parts.prompts.questionProperty().set(text);
    endEvent();
  }

  private String question() {
    return parts.prompts.questionProperty().get();
  }

  @Test
  void whatIsReadAtTheStartIsNoEdit() {
    assertFalse(order.canUndoProperty().get());
  }

  @Test
  void whatWasTypedInOneGoIsOneEdit() {
    type("W");
    type("Wh");
    type("Why");
    timers.elapse(1000);
    type("Why?");
    order.undo();
    assertEquals("Why", question());
    order.undo();
    assertEquals(first, question());
    order.redo();
    order.redo();
    assertEquals("Why?", question());
  }

  @Test
  void anotherProblemComesBackWithItsNumber() {
    parts.prompts.next();
    endEvent();
    parts.prompts.next();
    endEvent();
    order.undo();
    assertEquals(1, parts.prompts.indexProperty().get());
    order.undo();
    assertEquals(0, parts.prompts.indexProperty().get());
    assertEquals(first, question());
  }

  @Test
  void panelsGoBackInTheOrderOfTheirEdits() {
    double strength = parts.steering.stateProperty().get().strength();
    type("One?");
    parts.steering.setStrength(strength + 1);
    parts.prompts.decoding().seedProperty().set(99);
    endEvent();
    parts.steering.setStrength(strength + 2);
    order.undo();
    assertEquals(strength + 1, parts.steering.stateProperty().get().strength());
    order.undo();
    assertEquals(7, parts.prompts.decoding().seedProperty().get());
    order.undo();
    assertEquals(strength, parts.steering.stateProperty().get().strength());
    assertEquals("One?", question());
    order.undo();
    assertEquals(first, question());
  }
}
