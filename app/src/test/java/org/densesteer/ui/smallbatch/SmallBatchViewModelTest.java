package org.densesteer.ui.smallbatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.densesteer.evaluation.smallbatch.SmallBatchText;
import org.densesteer.ui.ViewModels;
import org.junit.jupiter.api.Test;

class SmallBatchViewModelTest {

  private final ViewModels window = new ViewModels();
  private int runs;

  private SmallBatchViewModel batch() {
    return new SmallBatchViewModel(
        window.models,
        window.prompts,
        window.steering,
        window.tasks,
        window.notices,
        Runnable::run,
        () -> runs++);
  }

  @Test
  void saysWhatIsMissing() {
    SmallBatchViewModel batch = batch();
    batch.start(2);
    assertNull(batch.resultProperty().get());
    assertFalse(batch.busyProperty().get());
    assertEquals(
        "No model is loaded; choose one in the model menu.",
        Objects.requireNonNull(window.notices.lastProperty().get()).sentence());
  }

  @Test
  void answersTheProblemsFromTheOneShownOn() {
    window.open();
    window.steering.setStrength(4);
    window.prompts.show(1);
    SmallBatchViewModel batch = batch();
    batch.start(2);
    SmallBatchText result = Objects.requireNonNull(batch.resultProperty().get());
    assertFalse(batch.busyProperty().get());
    assertEquals(Math.min(2, batch.all() - 1), result.batch().pairs().size());
    assertEquals(1, result.batch().pairs().get(0).place());
    assertEquals(8, result.batch().pairs().get(0).baseline().measures().steps());
    assertEquals(3, result.batch().pairs().get(0).steered().measures().steps());
    assertTrue(result.setting().startsWith("Problems 2 to "), result.setting());
    assertTrue(result.setting().contains("λ 4"), result.setting());
  }

  @Test
  void aRowTakesItsProblemIntoThePanes() {
    window.open();
    window.steering.setStrength(4);
    SmallBatchViewModel batch = batch();
    batch.start(0);
    SmallBatchText result = Objects.requireNonNull(batch.resultProperty().get());
    assertEquals(batch.all(), result.batch().pairs().size());
    assertTrue(batch.take(result.batch().pairs().get(1)));
    assertEquals(1, window.prompts.indexProperty().get());
    assertEquals(1, runs);
  }
}
