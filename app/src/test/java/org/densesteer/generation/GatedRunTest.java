package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.generation.batch.AnswerRequest;
import org.densesteer.generation.batch.BatchAnswer;
import org.densesteer.generation.batch.BatchJob;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.model.Precision;
import org.densesteer.steering.Gate;
import org.densesteer.steering.GateText;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Probe;
import org.densesteer.steering.Steering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gates in runs of several arms, in batches, with drafts and under live changes. */
class GatedRunTest {

  private static final int TOKENS = 60;
  private static final int LAYER = 4;
  private static final String QUESTION =
      "Anna has 12 apples. She buys 7 more and then gives 5 to Ben. How many has Anna now?";

  private static ModelSession session;
  private static Prompt prompt;

  @BeforeAll
  static void open() {
    session = SampleSession.open();
    prompt = session.chatPrompt(ChatFrame.PLAIN, QUESTION);
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static Gate gate(String text) {
    return GateText.parse(text, (name, layer) -> new Probe(SampleSession.vector(), layer));
  }

  private static Steering steering(int layer, double strength, String gate) {
    return SampleSession.steering(layer, strength, Positions.EVERYWHERE).gated(gate(gate));
  }

  private static Trace answer(Steering... steerings) {
    return SampleSession.answer(session, prompt, List.of(steerings), TOKENS);
  }

  /** A gate that is sometimes open, of each kind. */
  static Stream<String> gates() {
    return Stream.of(
        "curve:0=1,20=0",
        "curve-steps:0=0,2=1",
        "confidence<0.95",
        "kl:0.05",
        "cosine:sample@3>0.1",
        "cosine:sample@4>0.1");
  }

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"FLOAT32", "BFLOAT16", "INT8", "INT4"})
  void aStrengthOfZeroIsTheBaselineTokenForToken(Precision precision) {
    try (ModelSession own =
        ModelSession.open(
            EmbeddedFiles.sampleModel(), precision, Progress.NONE, new Cancellation())) {
      Arm[] arms =
          Stream.of(
                  steering(LAYER, 2, "curve:0=0"),
                  steering(LAYER, 2, "cosine:sample@3>1"),
                  steering(LAYER, 0, "confidence<1"),
                  steering(LAYER, 2, "confidence<0.0000001"),
                  new Steering(
                      SampleSession.vector(),
                      LAYER,
                      1,
                      Positions.EVERYWHERE,
                      Operator.ABLATE,
                      gate("curve-steps:0=0")))
              .map(each -> new Arm("arm", List.of(each)))
              .toArray(Arm[]::new);
      List<Arm> all = Stream.concat(Stream.of(Arm.baseline()), Arrays.stream(arms)).toList();
      List<Trace> traces =
          own.run(
                  new GenerationRequest(
                      own.chatPrompt(ChatFrame.PLAIN, QUESTION), all, Sampling.GREEDY, 40, false),
                  RunListener.NONE,
                  new RunControl())
              .join();
      for (Trace trace : traces) {
        assertArrayEquals(traces.get(0).tokenIds(), trace.tokenIds());
        assertTrue(trace.tokens().stream().allMatch(token -> token.push() == 0));
        assertTrue(trace.tokens().stream().allMatch(token -> token.strength() == 0));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("gates")
  void aGateThatIsOpenSometimesIsNeitherBaselineNorConstant(String gate) {
    Trace gated = answer(steering(LAYER, 1, gate));
    double mean = gated.tokens().stream().mapToDouble(TokenEvent::strength).average().orElseThrow();
    assertTrue(mean > 0 && mean < 1, gate + ", mean strength " + mean);
    for (TokenEvent token : gated.tokens()) {
      assertEquals(token.strength() != 0, token.push() > 0, "token " + token.index());
    }
  }

  @Test
  void aGateThatIsAlwaysOpenIsTheConstantStrength() {
    Trace constant = answer(steering(LAYER, 1.5, "constant"));
    for (String open :
        List.of("curve:0=1", "cosine:sample@2>-1", "confidence<1", "kl:1000", "curve:9=1,12=1")) {
      Trace trace = answer(steering(LAYER, 1.5, open));
      assertArrayEquals(constant.tokenIds(), trace.tokenIds(), open);
      assertEquals(constant.tokens().get(7).kl(), trace.tokens().get(7).kl(), 1e-6, open);
    }
  }

  /** What the gate went by stands in the record of the run. */
  @Test
  void confidenceAndBudgetFollowWhatWasSeenOneTokenBefore() {
    List<TokenEvent> sure = answer(steering(LAYER, 1.5, "confidence<0.95")).tokens();
    for (int t = 1; t < sure.size(); t++) {
      double top = sure.get(t - 1).alternatives().get(0).probability();
      assertEquals(top < 0.95 ? 1.5 : 0, sure.get(t).strength(), "token " + t);
    }
    List<TokenEvent> budget = answer(steering(LAYER, 1.5, "kl:0.05,gain=2")).tokens();
    double sum = 0;
    for (int t = 0; t < budget.size(); t++) {
      double mean = t == 0 ? 0 : sum / t;
      double g = Math.max(0, Math.min(1, 1 - 2 * (mean - 0.05) / 0.05));
      assertEquals(1.5 * g, budget.get(t).strength(), 1e-9, "token " + t);
      sum += budget.get(t).kl();
    }
  }

  @ParameterizedTest
  @MethodSource("gates")
  void draftsChangeNothing(String gate) {
    for (Sampling sampling : List.of(Sampling.GREEDY, new Sampling(1.2, 40, 0.95, 1.1, 5))) {
      GenerationRequest request =
          new GenerationRequest(
              prompt,
              List.of(
                  Arm.baseline(),
                  new Arm(
                      "gated", List.of(steering(LAYER, 1, gate), steering(2, 0.5, "constant")))),
              sampling,
              TOKENS,
              true);
      List<Trace> plain = session.run(request, RunListener.NONE, new RunControl()).join();
      List<int[]> drafts = plain.stream().map(Trace::tokenIds).toList();
      DraftedRunTest.assertSame(
          plain, session.run(request.drafted(drafts), RunListener.NONE, new RunControl()).join());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 16})
  void aBatchGivesWhatEachGivesAlone(int lanes) {
    Prompt other = session.chatPrompt(ChatFrame.PLAIN, "Ben has 4 pens.");
    List<AnswerRequest> requests =
        Stream.concat(Stream.of("constant"), gates())
            .flatMap(
                gate ->
                    Stream.of(
                        new AnswerRequest(prompt, List.of(steering(LAYER, 1, gate))),
                        new AnswerRequest(
                            other,
                            List.of(
                                steering(3, -1, gate),
                                new Steering(
                                    SampleSession.vector(),
                                    5,
                                    1,
                                    Positions.RESPONSE_ONLY,
                                    Operator.ABLATE,
                                    gate(gate))))))
            .toList();
    BatchAnswer[] answers = new BatchAnswer[requests.size()];
    BatchRequest batch = new BatchRequest(requests, lanes, TOKENS, () -> id -> false);
    try (BatchJob job = BatchJob.begin(session, batch, (index, a) -> answers[index] = a)) {
      job.finish(new Cancellation());
    }
    for (int i = 0; i < answers.length; i++) {
      AnswerRequest asked = requests.get(i);
      Trace alone = SampleSession.answer(session, asked.prompt(), asked.steerings(), TOKENS);
      assertArrayEquals(alone.tokenIds(), answers[i].tokenIds(), "answer " + i);
      assertArrayEquals(alone.nllWithPrompt(), answers[i].nllWithPrompt(), 1e-4);
    }
  }

  @Test
  void aBudgetNeedsALaneForTheUnsteeredModel() {
    List<AnswerRequest> one =
        List.of(new AnswerRequest(prompt, List.of(steering(LAYER, 1, "kl:0.1"))));
    assertEquals(
        "A batch with a KL budget needs at least two lanes, not one.",
        assertThrows(FaultException.class, () -> new BatchRequest(one, 1, 9, () -> id -> false))
            .getMessage());
  }

  /** A gate that comes while an answer grows holds from the next token on. */
  @Test
  void liveChangesTakeTheirGateWithThem() {
    RunControl control = new RunControl();
    RunListener change =
        event -> {
          if (event.index() == 9) {
            control.steer(0, List.of(steering(LAYER, 2, "curve:12=1,14=0")));
          } else if (event.index() == 19) {
            control.steer(0, List.of(steering(LAYER, 0.5, "constant")));
          } else if (event.index() == 29) {
            control.steer(0, List.of(steering(LAYER, 3, "cosine:sample@3>-1")));
          }
        };
    List<TokenEvent> tokens =
        session
            .run(
                new GenerationRequest(
                    prompt,
                    List.of(new Arm("arm", List.of(steering(LAYER, 1, "constant")))),
                    Sampling.GREEDY,
                    40,
                    true),
                change,
                control)
            .join()
            .get(0)
            .tokens();
    double[] expected = new double[40];
    Arrays.fill(expected, 0, 10, 1);
    Arrays.fill(expected, 10, 13, 2);
    expected[13] = 1;
    Arrays.fill(expected, 20, 30, 0.5);
    // Nobody has looked at the new probe before its first pass, so the gate is shut once.
    Arrays.fill(expected, 31, 40, 3);
    assertArrayEquals(expected, tokens.stream().mapToDouble(TokenEvent::strength).toArray());
  }

  @Test
  void aProbeMustFitTheModel() {
    Gate other = GateText.parse("cosine:other@3>0", GateText::anyProbe);
    Steering steering = steering(LAYER, 1, "constant").gated(other);
    Throwable fault = assertThrows(RuntimeException.class, () -> answer(steering));
    assertTrue(String.valueOf(fault.getMessage()).contains("does not fit the model"));
  }

  @Test
  void aGivenTextIsNotScoredWithAGate() {
    Throwable fault =
        assertThrows(
            RuntimeException.class,
            () ->
                session
                    .score(prompt, new int[] {1, 2}, List.of(steering(LAYER, 1, "kl:1")), false)
                    .join());
    assertTrue(String.valueOf(fault.getMessage()).contains("constant strength"));
  }
}
