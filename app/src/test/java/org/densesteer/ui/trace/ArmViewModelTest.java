package org.densesteer.ui.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javafx.collections.ListChangeListener;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.metrics.ReasoningMeasures;
import org.densesteer.metrics.StepMeasures;
import org.densesteer.metrics.TraceMeasures;
import org.densesteer.metrics.answer.AnswerChecker;
import org.junit.jupiter.api.Test;

class ArmViewModelTest {

  private final AtomicLong clock = new AtomicLong();
  private final ArmViewModel arm =
      new ArmViewModel("Baseline", 0, ScriptedStream.WORDS, clock::get);
  private final ArmViewModel other =
      new ArmViewModel("Steered", 1, ScriptedStream.WORDS, clock::get);
  private final List<TokenEvent> sparse = ScriptedStream.tokens(0, ScriptedStream.SPARSE, 7);
  private final List<TokenEvent> dense = ScriptedStream.tokens(1, ScriptedStream.DENSE, 8);

  @Test
  void streamedFiguresEndAsThoseOfTheFinishedTrace() {
    for (TokenEvent token : sparse) {
      arm.accept(List.of(token));
    }
    Trace trace = ScriptedStream.trace(sparse, StopReason.END_OF_TEXT);
    TraceMeasures whole = TraceMeasures.of(trace, ScriptedStream.WORDS);
    assertEquals(whole.perStep(), arm.steps());
    assertEquals(whole.answer().density(), arm.measuresProperty().get().density());
    assertTrue(Double.isNaN(arm.measuresProperty().get().nllResponseOnly()));
    arm.finish(trace, null);
    assertEquals(whole.answer(), arm.measuresProperty().get());
    assertEquals(ScriptedStream.SPARSE, arm.response().text());
  }

  @Test
  void whileStreamingOnlyTheLastStepChanges() {
    List<Integer> touched = new ArrayList<>();
    arm.steps()
        .addListener(
            (ListChangeListener<StepMeasures>)
                change -> {
                  while (change.next()) {
                    touched.add(arm.steps().size() - 1 - change.getFrom());
                  }
                });
    sparse.forEach(token -> arm.accept(List.of(token)));
    assertTrue(touched.size() > 8);
    assertTrue(touched.stream().allMatch(fromEnd -> fromEnd == 0), touched::toString);
  }

  @Test
  void tellsRightFromWrongAndUnknown() {
    Trace trace = ScriptedStream.trace(sparse, StopReason.END_OF_TEXT);
    arm.finish(trace, AnswerChecker.of("84"));
    assertEquals(new GivenAnswer("84", Verdict.RIGHT), arm.answerProperty().get());
    arm.reset();
    arm.finish(trace, AnswerChecker.of("85"));
    assertEquals(new GivenAnswer("84", Verdict.WRONG), arm.answerProperty().get());
    arm.reset();
    arm.finish(trace, null);
    assertEquals(new GivenAnswer("84", Verdict.UNKNOWN), arm.answerProperty().get());
  }

  @Test
  void aReasoningBlockIsNoAnswerAndHasFiguresOfItsOwn() {
    List<TokenEvent> tokens =
        ScriptedStream.tokens(0, "<think>\nSo it is 84.\n\nOr 85?</think>\n\nIt is 86.", 7);
    arm.finish(ScriptedStream.trace(tokens, StopReason.END_OF_TEXT), AnswerChecker.of("85"));
    assertEquals(new GivenAnswer("86", Verdict.WRONG), arm.answerProperty().get());
    ReasoningMeasures reasoning = Objects.requireNonNull(arm.reasoningProperty().get());
    assertEquals("thinking 2 steps, 6 tokens", ThinkingWords.compact(reasoning));
    arm.reset();
    assertNull(arm.reasoningProperty().get());
    List<TokenEvent> cut = ScriptedStream.tokens(0, "<think>\nSo it is 85", 7);
    arm.finish(ScriptedStream.trace(cut, StopReason.LENGTH), AnswerChecker.of("85"));
    assertEquals(new GivenAnswer("", Verdict.WRONG), arm.answerProperty().get());
    reasoning = Objects.requireNonNull(arm.reasoningProperty().get());
    assertEquals("thinking 1 step, 4 tokens, cut", ThinkingWords.compact(reasoning));
  }

  @Test
  void saysWhereTheBenchmarksOwnRuleDisagrees() {
    List<TokenEvent> tokens = ScriptedStream.tokens(0, "It is \\boxed{84}, in 3 steps.", 7);
    arm.finish(ScriptedStream.trace(tokens, StopReason.END_OF_TEXT), AnswerChecker.of("84"));
    assertEquals(new GivenAnswer("84", Verdict.RIGHT, true), arm.answerProperty().get());
  }

  @Test
  void resetForgetsEverything() {
    arm.accept(sparse);
    arm.finish(ScriptedStream.trace(sparse, StopReason.LENGTH), AnswerChecker.of("84"));
    assertEquals(ArmState.AT_LENGTH, arm.stateProperty().get());
    arm.reset();
    assertEquals(ArmState.EMPTY, arm.stateProperty().get());
    assertEquals(0, arm.steps().size());
    assertEquals(0, arm.response().size());
    assertNull(arm.answerProperty().get());
    assertNull(arm.recordedProperty().get());
    assertTrue(Double.isNaN(arm.measuredPushProperty().get()));
    assertEquals(0, arm.measuresProperty().get().tokens());
  }

  @Test
  void speedComesFromTheClockUntilTheTraceKnowsBetter() {
    arm.accept(sparse.subList(0, 1));
    assertEquals(0, arm.tokensPerSecondProperty().get());
    clock.set(500_000_000L);
    arm.accept(sparse.subList(1, 11));
    assertEquals(22, arm.tokensPerSecondProperty().get(), 1e-9);
    arm.finish(ScriptedStream.trace(sparse, StopReason.END_OF_TEXT), null);
    assertEquals(800, arm.tokensPerSecondProperty().get());
  }

  @Test
  void whoeverNoLongerWaitsLeavesWhatIsCompleteAlone() {
    arm.accept(sparse);
    arm.leave();
    assertEquals(ArmState.STOPPED, arm.stateProperty().get());
    arm.reset();
    arm.finish(ScriptedStream.trace(sparse, StopReason.END_OF_TEXT), null);
    arm.leave();
    assertEquals(ArmState.COMPLETE, arm.stateProperty().get());
  }
}
