package org.densesteer.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.ui.common.UndoOrder;
import org.densesteer.ui.trace.ArmViewModel;
import org.junit.jupiter.api.Test;

/** Arms that were added and taken away come back. */
class ArmsHistoryTest {

  private static final Placebo FLIP = new Placebo(PlaceboKind.FLIP, 0);

  private final ExtraArms arms = new ExtraArms(String::length);
  private final UndoOrder order = new UndoOrder();

  ArmsHistoryTest() {
    arms.quietly(() -> arms.addDraw(PlaceboKind.RANDOM));
    new ArmsHistory(arms, order);
  }

  private List<String> titles() {
    return arms.list().stream().map(arm -> arm.kind().title()).toList();
  }

  @Test
  void eachArmIsAnEditOfItsOwn() {
    ArmViewModel first = arms.list().get(0).pane();
    arms.addDraw(PlaceboKind.RANDOM);
    arms.add(FLIP);
    arms.remove(arms.list().get(1));
    order.undo();
    assertEquals(List.of("Random 1", "Random 2", "Flipped sign"), titles());
    order.undo();
    order.undo();
    assertEquals(List.of("Random 1"), titles());
    assertSame(first, arms.list().get(0).pane());
    assertFalse(order.canUndoProperty().get());
    order.redo();
    order.redo();
    assertEquals(List.of("Random 1", "Random 2", "Flipped sign"), titles());
  }

  @Test
  void whatARunNeededToBeShownIsNobodysEdit() {
    arms.quietly(() -> arms.add(FLIP));
    assertFalse(order.canUndoProperty().get());
    arms.addDraw(PlaceboKind.RANDOM);
    order.undo();
    assertEquals(List.of("Random 1", "Flipped sign"), titles());
  }

  @Test
  void whatIsSetAtOnceGoesBackAtOnce() {
    order.together(
        () -> {
          arms.remove(arms.list().get(0));
          arms.add(FLIP);
        });
    assertEquals(List.of("Flipped sign"), titles());
    order.undo();
    assertEquals(List.of("Random 1"), titles());
  }
}
