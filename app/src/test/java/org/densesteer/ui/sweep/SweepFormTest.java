package org.densesteer.ui.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.BatchLayout;
import org.densesteer.evaluation.plan.SweepParts;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.ui.ViewModels;
import org.junit.jupiter.api.Test;

class SweepFormTest {

  private final ViewModels parts = new ViewModels();

  private SweepForm form() {
    SweepForm form = new SweepForm(parts.models, parts.prompts, parts.steering);
    parts.open();
    return form;
  }

  @Test
  void aRangeStandsInThreeBoxesAndAListInOne() {
    StrengthEntry strengths = new StrengthEntry();
    strengths.textProperty().set("-4:4:1");
    assertTrue(strengths.rangedProperty().get());
    assertEquals("-4", strengths.fromProperty().get());
    strengths.stepProperty().set("2");
    assertEquals("-4:4:2", strengths.textProperty().get());
    strengths.rangedProperty().set(false);
    assertEquals("-4, -2, 0, 2, 4", strengths.listProperty().get());
    assertEquals(List.of(-4.0, -2.0, 0.0, 2.0, 4.0), strengths.values());
    strengths.listProperty().set("0; 0,5; 1");
    assertEquals(List.of(0.0, 0.5, 1.0), strengths.values());
    strengths.rangedProperty().set(true);
    assertEquals("0:1:0.5", strengths.textProperty().get());
    strengths.toProperty().set("−1");
    assertThrows(FaultException.class, strengths::values);
    strengths.textProperty().set("1, 2");
    assertFalse(strengths.rangedProperty().get());
    assertEquals("1, 2", strengths.listProperty().get());
  }

  @Test
  void everyKindOfPlaceboHasItsControl() {
    PlaceboEntry placebos = new PlaceboEntry();
    placebos.textProperty().set("random:3,flip");
    assertEquals(3, placebos.randomProperty().get());
    assertTrue(placebos.flippedProperty().get());
    placebos.shuffledProperty().set(2);
    placebos.conciseProperty().set(true);
    placebos.layersProperty().set("0,2-3");
    assertEquals(
        "random:3,shuffled:2,flip,layer:0,layer:2,layer:3,concise", placebos.textProperty().get());
    assertEquals(10, placebos.values().size());
    placebos.randomProperty().set(0);
    placebos.flippedProperty().set(false);
    placebos.layersProperty().set("two");
    assertThrows(FaultException.class, placebos::values);
    placebos.textProperty().set("layer:5,random:1");
    assertEquals("5", placebos.layersProperty().get());
    assertEquals(0, placebos.shuffledProperty().get());
    assertFalse(placebos.conciseProperty().get());
  }

  @Test
  void theAnswersAreCountedAsThePlanHasThem() {
    SweepForm form = form();
    form.limitProperty().set(21);
    for (double split : new double[] {0, 0.3, 0.5}) {
      for (String strengths : new String[] {"0:2:1", "1, 2"}) {
        form.splitProperty().set(split);
        form.strengthsProperty().set(strengths);
        SweepSetup setup = form.setup();
        assertEquals(
            BatchLayout.answers(setup.plan(), SweepParts.of(setup.plan(), setup.problems())),
            form.answersProperty().getValue(),
            split + " of " + strengths);
      }
    }
  }

  @Test
  void theLinesFollowTheOtherPanels() {
    SweepForm form = form();
    parts.prompts.systemProperty().set("Be brief.");
    parts.prompts.variables().textProperty().set("{\"enable_thinking\": false}");
    parts.prompts.decoding().sampledProperty().set(true);
    List<String> lines =
        form.takenProperty().get().stream().map(line -> line.name() + " " + line.value()).toList();
    assertTrue(lines.contains("System turn “Be brief.”"), lines::toString);
    assertTrue(lines.contains("Template variables {\"enable_thinking\": false}"), lines::toString);
    assertTrue(
        lines.contains("Decoding greedy, though Compare samples · at most 512 tokens"),
        lines::toString);
  }
}
