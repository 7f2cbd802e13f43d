package org.densesteer.ui.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.beans.binding.IntegerBinding;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.junit.jupiter.api.Test;

class CommonPrefixTest {

  private final ArmViewModel arm = new ArmViewModel("Baseline", 0, ScriptedStream.WORDS);
  private final ArmViewModel other = new ArmViewModel("Steered", 1, ScriptedStream.WORDS);
  private final List<TokenEvent> sparse = ScriptedStream.tokens(0, ScriptedStream.SPARSE, 7);
  private final List<TokenEvent> dense = ScriptedStream.tokens(1, ScriptedStream.DENSE, 8);

  /** Looks at every change, as a pane does. */
  private IntegerBinding followed() {
    IntegerBinding difference = CommonPrefix.firstDifference(other, arm);
    difference.subscribe(seen -> {});
    return difference;
  }

  @Test
  void findsTheFirstTokenThatDiffersWhicheverArmIsAhead() {
    IntegerBinding difference = followed();
    assertEquals(-1, difference.get());
    other.accept(dense.subList(0, 3));
    assertEquals(-1, difference.get());
    arm.accept(sparse.subList(0, 1));
    assertEquals(-1, difference.get());
    arm.accept(sparse.subList(1, 2));
    assertEquals(1, difference.get());
    other.reset();
    assertEquals(-1, difference.get());
  }

  @Test
  void goingOnAfterTheBaselineEndedIsADifference() {
    IntegerBinding difference = followed();
    arm.accept(sparse.subList(0, 4));
    other.accept(sparse.subList(0, 6));
    assertEquals(-1, difference.get());
    arm.end(StopReason.END_OF_TEXT);
    assertEquals(4, difference.get());
  }

  @Test
  void theSameAnswerHasNoDifference() {
    IntegerBinding difference = followed();
    arm.accept(sparse);
    other.accept(sparse);
    arm.end(StopReason.END_OF_TEXT);
    other.end(StopReason.END_OF_TEXT);
    assertEquals(-1, difference.get());
  }
}
