package org.densesteer.ui.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.densesteer.generation.StopReason;
import org.junit.jupiter.api.Test;

class PromptProgressTest {

  @Test
  void aPromptOfSeveralPiecesTellsHowFarItIs() {
    assertEquals("", new PromptProgress(0, 6000).words());
    assertEquals(
        "reading the prompt: 1,024 of 6,000 tokens", new PromptProgress(1024, 6000).words());
    assertEquals("", new PromptProgress(6000, 6000).words());
  }

  @Test
  void anArmTellsItUntilItsFirstTokenOrItsEnd() {
    ArmViewModel arm = new ArmViewModel("Steered", 1, text -> 0);
    arm.reading(512, 700);
    assertEquals(new PromptProgress(512, 700), arm.readingProperty().get());
    arm.end(StopReason.CANCELLED);
    assertEquals(PromptProgress.NONE, arm.readingProperty().get());
    arm.reading(512, 700);
    assertEquals(PromptProgress.NONE, arm.readingProperty().get(), "after its end");
    arm.reset();
    arm.reading(512, 700);
    arm.accept(List.of());
    assertEquals(512, arm.readingProperty().get().tokens());
  }
}
