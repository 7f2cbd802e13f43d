package org.densesteer.ui.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.densesteer.evaluation.strip.Strip;
import org.densesteer.evaluation.strip.StripCell;
import org.densesteer.steering.Operator;
import org.densesteer.ui.ViewModels;
import org.junit.jupiter.api.Test;

class StripViewModelTest {

  private final ViewModels window = new ViewModels();

  private StripViewModel strip(StripAcross across) {
    return new StripViewModel(
        across, window.models, window.prompts, window.steering, window.tasks, window.notices);
  }

  private static List<StripCell> cells(StripViewModel viewModel) {
    Strip strip = Objects.requireNonNull(viewModel.stripProperty().get());
    return strip.rows().stream().map(row -> Objects.requireNonNull(row.cell())).toList();
  }

  @Test
  void needsAModelAVectorAndAStrength() {
    StripViewModel layers = strip(StripAcross.LAYERS);
    assertFalse(layers.readyProperty().getValue());
    layers.run();
    assertFalse(layers.busyProperty().get());
    window.open();
    assertTrue(layers.readyProperty().getValue());
    window.steering.setOperator(Operator.ABLATE);
    assertFalse(layers.readyProperty().getValue());
  }

  @Test
  void aCommandMakesItOrSaysWhatIsMissing() {
    StripViewModel layers = strip(StripAcross.LAYERS);
    layers.toggle();
    assertTrue(
        Objects.requireNonNull(window.notices.shownProperty().get())
            .sentence()
            .startsWith("A strip needs a model"));
    window.open();
    layers.toggle();
    assertNotNull(layers.stripProperty().get());
  }

  @Test
  void everyLayerHasOneBarAtThePushInUse() {
    window.open();
    StripViewModel layers = strip(StripAcross.LAYERS);
    window.steering.setStrength(-1);
    layers.run();
    List<StripCell> cells = cells(layers);
    assertEquals(
        IntStream.range(0, 6).boxed().toList(), cells.stream().map(StripCell::layer).toList());
    assertTrue(cells.stream().allMatch(cell -> cell.push() == cells.get(0).push()));
    assertTrue(window.tasks.titles.contains("Strip of every layer"));
    assertEquals(18, Objects.requireNonNull(layers.stripProperty().get()).floor().size());
  }

  @Test
  void strengthsGoFromEndToEndOfTheSlider() {
    window.open();
    StripViewModel strengths = strip(StripAcross.STRENGTHS);
    window.steering.setLayer(4);
    strengths.run();
    List<StripCell> cells = cells(strengths);
    assertEquals(11, cells.size());
    assertTrue(cells.stream().allMatch(cell -> cell.layer() == 4));
    assertEquals(1, cells.get(0).push(), 1e-9);
    assertEquals(0, cells.get(5).push(), 1e-9);
    assertEquals(-cells.get(0).strength(), cells.get(10).strength(), 1e-9);
  }

  @Test
  void aClickTakesLayerAndStrengthAsOneEdit() {
    window.open();
    StripViewModel layers = strip(StripAcross.LAYERS);
    layers.run();
    SteeringState before = window.steering.stateProperty().get();
    StripCell taken = cells(layers).get(2);
    layers.take(taken);
    assertEquals(2, window.steering.stateProperty().get().layer());
    assertEquals(taken.strength(), window.steering.stateProperty().get().strength());
    assertNotNull(layers.stripProperty().get());
    window.steering.undo();
    assertEquals(before.layer(), window.steering.stateProperty().get().layer());
    assertEquals(before.strength(), window.steering.stateProperty().get().strength());
  }

  @Test
  void isForgottenWhenItAnswersAnotherQuestion() {
    window.open();
    StripViewModel layers = strip(StripAcross.LAYERS);
    StripViewModel strengths = strip(StripAcross.STRENGTHS);
    layers.run();
    strengths.run();
    window.steering.setLayer(window.steering.stateProperty().get().layer() == 0 ? 1 : 0);
    assertNotNull(layers.stripProperty().get());
    assertNull(strengths.stripProperty().get());
    window.prompts.questionProperty().set("What is 2 + 2?");
    assertNull(layers.stripProperty().get());
  }

  @Test
  void whatWasCancelledIsNotShown() {
    window.open();
    StripViewModel layers = strip(StripAcross.LAYERS);
    window.tasks.hold();
    layers.run();
    assertTrue(layers.busyProperty().get());
    layers.cancel();
    assertFalse(layers.busyProperty().get());
    window.tasks.release();
    assertNull(layers.stripProperty().get());
    assertNull(window.notices.shownProperty().get());
  }
}
