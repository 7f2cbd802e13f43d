package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.generation.batch.AnswerRequest;
import org.densesteer.generation.batch.BatchAnswer;
import org.densesteer.generation.batch.BatchJob;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.metrics.TraceMeasures;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steering that begins with a reasoning step leaves everything before that step as it was. */
class StepSteeringTest {

  private static final int TOKENS = 120;
  private static final String QUESTION =
      "Anna has 12 apples. She buys 7 more and then gives 5 to Ben. How many has Anna now?";

  private static ModelSession session;
  private static Prompt prompt;
  private static Trace baseline;

  @BeforeAll
  static void open() {
    session = SampleSession.open();
    prompt = session.chatPrompt(ChatFrame.PLAIN, QUESTION);
    baseline = SampleSession.answer(session, prompt, List.of(), TOKENS);
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static Steering from(int step) {
    return SampleSession.steering(4, 1.5, Positions.fromStep(step));
  }

  /** Index of the first token of a step, counted from 1. */
  private static int begins(int step, Trace trace) {
    return TraceMeasures.of(trace, session.tokenizer()::count).perStep().get(step - 1).firstToken();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void nothingChangesBeforeTheStepAndEverythingIsSteeredFromItOn(int step) {
    Trace steered = SampleSession.answer(session, prompt, List.of(from(step)), TOKENS);
    int begin = begins(step, baseline);
    for (TokenEvent token : steered.tokens().subList(0, begin)) {
      assertEquals(baseline.tokenIds()[token.index()], token.tokenId(), "token " + token.index());
      assertEquals(0, token.push(), "‖Δh‖ at token " + token.index());
      assertEquals(0, token.kl(), 1e-6, "KL at token " + token.index());
    }
    for (TokenEvent token : steered.tokens().subList(begin, steered.tokens().size())) {
      assertTrue(token.push() > 0.01, () -> "‖Δh‖ at token " + token.index());
    }
    assertTrue(steered.tokens().get(begin).kl() > 1e-3, "the step begins another way");
    int differs = Arrays.mismatch(baseline.tokenIds(), steered.tokenIds());
    assertEquals(begin, begins(step, steered));
    assertTrue(differs >= begin, () -> "differs at " + differs + ", the step at " + begin);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void aBatchSteersFromTheSameTokenOn(int step) {
    Trace alone = SampleSession.answer(session, prompt, List.of(from(step)), TOKENS);
    BatchAnswer[] answers = new BatchAnswer[3];
    BatchRequest batch =
        new BatchRequest(
            List.of(
                new AnswerRequest(prompt, List.of()),
                new AnswerRequest(prompt, List.of(from(step))),
                new AnswerRequest(
                    session.chatPrompt(ChatFrame.PLAIN, "Ben has 4 pens."), List.of(from(1)))),
            3,
            TOKENS,
            () -> id -> false);
    try (BatchJob job = BatchJob.begin(session, batch, (index, a) -> answers[index] = a)) {
      job.finish(new Cancellation());
    }
    assertArrayEquals(baseline.tokenIds(), answers[0].tokenIds());
    assertArrayEquals(alone.tokenIds(), answers[1].tokenIds());
    assertNotEquals(answers[0].text(), answers[1].text());
  }

  /** Arms with different operators at one layer: each has its own site, empty for the others. */
  @Test
  void everyArmOfALayerHasItsOwnAlignment() {
    Steering add = SampleSession.steering(4, 1.5, Positions.EVERYWHERE);
    Steering keep =
        new Steering(add.vector(), 4, 1.5, Positions.EVERYWHERE, Operator.ADD_KEEP_NORM);
    List<Trace> together =
        session
            .run(
                new GenerationRequest(
                    prompt,
                    List.of(new Arm("add", List.of(add)), new Arm("keep", List.of(keep))),
                    Sampling.GREEDY,
                    12,
                    false),
                RunListener.NONE,
                new RunControl())
            .join();
    for (int arm = 0; arm < 2; arm++) {
      List<TokenEvent> alone =
          SampleSession.answer(session, prompt, List.of(arm == 0 ? add : keep), 12).tokens();
      for (TokenEvent token : together.get(arm).tokens()) {
        assertEquals(alone.get(token.index()).alignment(), token.alignment(), 1e-4);
        assertTrue(Math.abs(token.alignment()) > 1e-3, "arm " + arm + ", " + token.alignment());
      }
    }
  }

  @Test
  void aStepThatNeverComesIsNeverSteered() {
    Trace steered = SampleSession.answer(session, prompt, List.of(from(30)), TOKENS);
    assertArrayEquals(baseline.tokenIds(), steered.tokenIds());
    assertTrue(steered.tokens().stream().allMatch(token -> token.push() == 0));
  }
}
