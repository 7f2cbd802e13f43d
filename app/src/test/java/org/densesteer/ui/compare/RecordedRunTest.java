package org.densesteer.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.generation.StopReason;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.ui.ViewModels;
import org.densesteer.ui.common.HandPulses;
import org.densesteer.ui.common.HandTimers;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.Staleness;
import org.junit.jupiter.api.Test;

/** What is kept of a run, and whether what stands in the panes is what the panels say. */
class RecordedRunTest {

  private static final int SLIDER_REST = ScriptedCompare.SLIDER_REST;

  private final ScriptedCompare window = new ScriptedCompare();
  private final ViewModels parts = window.parts;
  private final HandTimers timers = window.timers;
  private final HandPulses pulses = window.pulses;
  private final CompareViewModel compare = window.compare;

  private Run run() {
    window.run();
    return last();
  }

  private Run last() {
    return Objects.requireNonNull(compare.runProperty().get());
  }

  private static List<String> names(Run run) {
    return run.arms().stream().map(RunArm::name).toList();
  }

  private List<Staleness> staleness() {
    return compare.arms().stream().map(arm -> arm.stalenessProperty().get()).toList();
  }

  @Test
  void aRunHoldsWhatWasAskedAndWhatCameOut() {
    parts.prompts.systemProperty().set("Be brief.");
    parts.prompts.decoding().seedProperty().set(9);
    parts.steering.setStrength(1.5);
    Run run = run();
    assertEquals(List.of("baseline", "steered"), names(run));
    assertEquals("0123456789abcdef", run.model().fingerprint());
    assertEquals("sample", run.model().source());
    assertEquals(parts.prompts.questionProperty().get(), run.prompt().question());
    assertEquals("Be brief.", run.prompt().system());
    assertEquals(List.of(1, 2, 3), run.prompt().tokenIds());
    assertEquals(List.of("84"), run.prompt().gold());
    assertEquals(9, run.decoding().sampling().seed());
    RunArm steered = run.arms().get(1);
    assertEquals(1.5, steered.steerings().get(0).strength());
    assertEquals(StopReason.END_OF_TEXT, steered.answer().stopReason());
    assertEquals(true, steered.figures().given().correct());
    compare
        .arms()
        .forEach(
            arm -> assertEquals(run.id(), Objects.requireNonNull(arm.runProperty().get()).id()));
  }

  @Test
  void aKeptBaselineIsPartOfTheNextRunAndSaysWhereItIsFrom() {
    Run first = run();
    parts.steering.setStrength(1.5);
    timers.elapse(SLIDER_REST);
    pulses.pulse();
    Run second = last();
    assertNotEquals(first.id(), second.id());
    assertEquals(List.of("baseline", "steered"), names(second));
    assertEquals(first.id(), second.arms().get(0).keptFrom());
    assertNull(second.arms().get(1).keptFrom());
    parts.steering.setStrength(1);
    timers.elapse(SLIDER_REST);
    pulses.pulse();
    assertEquals(first.id(), last().arms().get(0).keptFrom());
  }

  @Test
  void theArmThatReadsAnotherPromptIsPartOfTheRunWithThatPrompt() {
    compare.extras().add(new Placebo(PlaceboKind.CONCISE, 0));
    compare.extras().add(new Placebo(PlaceboKind.FLIP, 0));
    Run run = run();
    assertEquals(List.of("baseline", "steered", "concise", "flip"), names(run));
    assertEquals(Placebo.CONCISE_REQUEST, run.promptOf(run.arms().get(2)).system());
    assertNull(run.promptOf(run.arms().get(3)).system());
    parts.steering.setStrength(1.5);
    timers.elapse(SLIDER_REST);
    pulses.pulse();
    assertEquals(run.id(), last().arms().get(2).keptFrom());
    assertEquals(Placebo.CONCISE_REQUEST, last().promptOf(last().arms().get(2)).system());
  }

  @Test
  void aRunThatFailsIsNotKept() {
    parts.prompts.questionProperty().set("unspeakable");
    compare.run();
    pulses.pulse();
    assertNull(compare.runProperty().get());
  }

  @Test
  void anotherQuestionAndOtherSettingsAreSaidUntilTheyAreTakenBack() {
    run();
    assertEquals(List.of(Staleness.NONE, Staleness.NONE), staleness());
    String question = parts.prompts.questionProperty().get();
    parts.prompts.questionProperty().set("What is 1 + 1?");
    assertEquals(List.of(Staleness.OTHER_QUESTION, Staleness.OTHER_QUESTION), staleness());
    parts.prompts.questionProperty().set(question + " ");
    assertEquals(List.of(Staleness.NONE, Staleness.NONE), staleness());
    parts.prompts.decoding().maxTokensProperty().set(77);
    assertEquals(List.of(Staleness.OTHER_SETTINGS, Staleness.OTHER_SETTINGS), staleness());
    run();
    assertEquals(List.of(Staleness.NONE, Staleness.NONE), staleness());
    parts.steering.setStrength(1.25);
    assertEquals(List.of(Staleness.NONE, Staleness.OTHER_SETTINGS), staleness());
    timers.elapse(SLIDER_REST);
    assertEquals(List.of(Staleness.NONE, Staleness.NONE), staleness());
  }

  @Test
  void aSeedDecidesNothingWhereTheLikeliestIsTaken() {
    run();
    parts.prompts.decoding().seedProperty().set(12);
    assertEquals(List.of(Staleness.NONE, Staleness.NONE), staleness());
    parts.prompts.decoding().sampledProperty().set(true);
    assertEquals(List.of(Staleness.OTHER_SETTINGS, Staleness.OTHER_SETTINGS), staleness());
  }

  @Test
  void aRunOutOfTheNotebookStandsInThePanesAndChangesNoPanel() {
    compare.extras().add(new Placebo(PlaceboKind.FLIP, 0));
    Run kept = run();
    parts.prompts.questionProperty().set("What is 1 + 1?");
    compare.extras().remove(compare.extras().list().get(0));
    pulses.pulse();
    int asked = parts.engine.requests.size();
    compare.show(kept);
    assertEquals(3, compare.arms().size());
    assertEquals("What is 1 + 1?", parts.prompts.questionProperty().get());
    assertEquals(asked, parts.engine.requests.size());
    ArmViewModel steered = compare.arms().get(1);
    assertEquals(kept.arms().get(1).answer().text(), steered.response().text());
    assertEquals(
        List.of(
            Staleness.NOTEBOOK_OTHER_QUESTION,
            Staleness.NOTEBOOK_OTHER_QUESTION,
            Staleness.NOTEBOOK_OTHER_QUESTION),
        staleness());
    parts.prompts.questionProperty().set(kept.prompt().question());
    assertEquals(Staleness.FROM_NOTEBOOK, staleness().get(0));
    parts.prompts.questionProperty().set("What is 1 + 1?");
    parts.prompts.decoding().maxTokensProperty().set(50);
    assertEquals(Staleness.NOTEBOOK_OTHER_QUESTION, staleness().get(0));
    Run next = run();
    assertEquals(List.of(Staleness.NONE, Staleness.NONE, Staleness.NONE), staleness());
    assertNull(next.arms().get(0).keptFrom());
    assertFalse(next.prompt().question().equals(kept.prompt().question()));
  }
}
