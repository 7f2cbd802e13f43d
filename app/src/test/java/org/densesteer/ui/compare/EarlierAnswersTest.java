package org.densesteer.ui.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.densesteer.generation.Arm;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.ui.ScriptedEngine;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.trace.ArmViewModel;
import org.junit.jupiter.api.Test;

class EarlierAnswersTest {

  private final ArmViewModel baseline = pane("Baseline", 0);
  private final ArmViewModel steered = pane("Steered", 1);
  private final EarlierAnswers answers = new EarlierAnswers(baseline);
  private final RunEngine engine = new ScriptedEngine(64, 6, 0);

  private static ArmViewModel pane(String name, int colour) {
    return new ArmViewModel(name, colour, text -> text.length());
  }

  private static Trace trace(StopReason reason, int... ids) {
    List<TokenEvent> tokens =
        IntStream.range(0, ids.length)
            .mapToObj(
                i -> new TokenEvent(0, i, ids[i], "", 0, 1, 1, 0, Double.NaN, 0, 0, List.of()))
            .toList();
    return new Trace(Arm.baseline(), tokens, "", reason, new double[0], 1);
  }

  private int[] draft(ArmViewModel pane, RunEngine of) {
    return answers.drafts(List.of(new ShownArm(Arm.baseline(), pane)), of).get(0);
  }

  @Test
  void anArmsDraftIsItsOwnLastAnswerOrTheBaselines() {
    assertArrayEquals(new int[0], draft(steered, engine));
    answers.keep(baseline, engine, trace(StopReason.END_OF_TEXT, 1, 2));
    assertArrayEquals(new int[] {1, 2}, draft(steered, engine));
    answers.keep(steered, engine, trace(StopReason.LENGTH, 3));
    assertArrayEquals(new int[] {3}, draft(steered, engine));
    assertArrayEquals(new int[] {1, 2}, draft(baseline, engine));
  }

  @Test
  void anAnswerThatWasStoppedIsNoBetterThanTheOneBefore() {
    answers.keep(steered, engine, trace(StopReason.LENGTH, 3, 4, 5));
    answers.keep(steered, engine, trace(StopReason.CANCELLED, 3));
    assertArrayEquals(new int[] {3, 4, 5}, draft(steered, engine));
  }

  @Test
  void anotherModelsTokensAreNoDraft() {
    answers.keep(steered, engine, trace(StopReason.LENGTH, 3));
    assertArrayEquals(new int[0], draft(steered, new ScriptedEngine(64, 6, 0)));
  }
}
