package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.FaultException;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of arms in lock step on the sample model. */
class ModelSessionTest {

  private static final int LAYER = 3;
  private static final int TOKENS = 40;

  private static ModelSession session;

  @BeforeAll
  static void open() {
    session = SampleSession.open();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static Steering steering(double strength) {
    return SampleSession.steering(LAYER, strength, Positions.EVERYWHERE);
  }

  private static GenerationRequest request(Sampling sampling, Arm... arms) {
    Prompt prompt =
        session.chatPrompt(ChatFrame.PLAIN, "Anna has 12 apples and buys 7 more. How many?");
    return new GenerationRequest(prompt, List.of(arms), sampling, TOKENS, true);
  }

  private static List<Trace> run(GenerationRequest request) {
    return session.run(request, RunListener.NONE, new RunControl()).join();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.8})
  void strengthZeroGivesTheBaselinesIds(double temperature) {
    Sampling sampling = new Sampling(temperature, 0.95, 7);
    List<Trace> traces = run(request(sampling, Arm.baseline(), Arm.steered(steering(0))));
    assertArrayEquals(traces.get(0).tokenIds(), traces.get(1).tokenIds());
    traces.get(1).tokens().forEach(t -> assertEquals(0, t.kl(), 1e-6));
  }

  @Test
  void theSameSeedGivesTheSameTokensAndAnotherSeedOthers() {
    int[] first = sampled(1);
    assertArrayEquals(first, sampled(1));
    assertFalse(Arrays.equals(first, sampled(2)));
  }

  private static int[] sampled(long seed) {
    return run(request(new Sampling(2, 1, seed), Arm.baseline())).get(0).tokenIds();
  }

  /** An arm's stream is its own: it does not depend on the arms before it. */
  @Test
  void anArmIsSampledAsItIsAlone() {
    Sampling sampling = new Sampling(1.5, 0.95, 3);
    List<Trace> both = run(request(sampling, Arm.steered(steering(1)), Arm.baseline()));
    assertArrayEquals(
        run(request(sampling, Arm.baseline())).get(0).tokenIds(), both.get(1).tokenIds());
  }

  @Test
  void theSameTextComesWithThePromptCacheAndWithout() {
    try (ModelSession own = SampleSession.open()) {
      GenerationRequest request =
          request(Sampling.GREEDY, Arm.baseline(), Arm.steered(steering(0.8)));
      List<Integer> computed = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        if (i == 2) {
          // The cache keeps four prompts.
          for (int token = 1; token <= 4; token++) {
            own.readPrompt(own.rawPrompt(new int[] {token})).join();
          }
        }
        RunListener listener =
            new RunListener() {
              @Override
              public void onToken(TokenEvent event) {}

              @Override
              public void onPrompt(PromptReport report) {
                computed.add(report.computedBlocks());
              }
            };
        texts.add(own.run(request, listener, new RunControl()).join().get(1).text());
      }
      int layers = own.info().layers();
      int above = layers - 1 - LAYER;
      assertEquals(List.of(layers + above, above, layers + above), computed);
      assertEquals(texts.get(0), texts.get(1));
      assertEquals(texts.get(0), texts.get(2));
    }
  }

  @Test
  void aCancelledRunKeepsWhatThereWas() {
    RunControl control = new RunControl();
    List<StopReason> ends = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void onToken(TokenEvent event) {
            if (event.index() == 4) {
              control.cancel();
            }
          }

          @Override
          public void onArmEnd(int arm, StopReason reason) {
            ends.add(reason);
          }
        };
    List<Trace> traces =
        session.run(request(Sampling.GREEDY, Arm.baseline()), listener, control).join();
    assertEquals(StopReason.CANCELLED, traces.get(0).stopReason());
    assertEquals(5, traces.get(0).tokens().size());
    assertEquals(List.of(StopReason.CANCELLED), ends);
  }

  @Test
  void liveSteeringTakesHoldAtTheNextToken() {
    RunControl control = new RunControl();
    List<Trace> traces =
        session
            .run(
                request(Sampling.GREEDY, Arm.baseline(), Arm.steered(steering(0))),
                event -> {
                  if (event.arm() == 1 && event.index() == 9) {
                    control.steer(1, List.of(steering(8)));
                  }
                },
                control)
            .join();
    List<TokenEvent> tokens = traces.get(1).tokens();
    assertEquals(0, tokens.get(9).push());
    assertTrue(tokens.get(10).push() > 0);
    assertEquals(0, tokens.get(9).strength());
    assertEquals(8, tokens.get(10).strength());
    assertEquals(List.of(new SteeringChange(10, List.of(steering(8)))), traces.get(1).changes());
    assertEquals(List.of(), traces.get(0).changes());
  }

  @Test
  void everyTokenSaysWhenItCame() {
    List<TokenEvent> tokens = run(request(Sampling.GREEDY, Arm.baseline())).get(0).tokens();
    assertTrue(tokens.get(0).milliseconds() >= 0);
    for (int i = 1; i < tokens.size(); i++) {
      assertTrue(tokens.get(i).milliseconds() > tokens.get(i - 1).milliseconds());
    }
  }

  @Test
  void anUnsteeredArmIsNotSteeredLive() {
    RunControl control = new RunControl();
    control.steer(0, List.of(steering(8)));
    Trace trace =
        session
            .run(request(Sampling.GREEDY, Arm.baseline()), RunListener.NONE, control)
            .join()
            .get(0);
    assertTrue(trace.tokens().stream().allMatch(token -> token.push() == 0));
  }

  @Test
  void aVectorOfAnotherWidthIsRefusedByName() {
    SteeringVector narrow =
        new SteeringVector(
            "narrow", 12, new TreeMap<>(Map.of(1, new float[12])), VectorMetadata.EMPTY);
    Arm arm = Arm.steered(Steering.everywhere(narrow, 1, 2));
    CompletionException failure =
        assertThrows(CompletionException.class, () -> run(request(Sampling.GREEDY, arm)));
    assertInstanceOf(FaultException.class, failure.getCause());
    assertEquals(
        "The vector narrow, 12 wide and up to layer 1, does not fit the model %s, 192 wide and up to layer 5; choose a vector made for this model."
            .formatted(session.info().name()),
        failure.getCause().getMessage());
  }

  @Test
  void aPromptThatLeavesNoRoomIsRefused() {
    int[] ids = new int[session.info().maxPositions()];
    GenerationRequest full =
        new GenerationRequest(
            session.rawPrompt(ids), List.of(Arm.baseline()), Sampling.GREEDY, TOKENS, true);
    CompletionException failure = assertThrows(CompletionException.class, () -> run(full));
    assertEquals(
        "The prompt has 1024 tokens, which leaves the model no room to answer.",
        failure.getCause().getMessage());
  }

  @Test
  void anAnswerMayUseTheLastPosition() {
    int[] ids = new int[session.info().maxPositions() - 3];
    Arrays.fill(ids, 46);
    GenerationRequest request =
        new GenerationRequest(
            session.rawPrompt(ids), List.of(Arm.baseline()), Sampling.GREEDY, TOKENS, true);
    Trace trace = run(request).get(0);
    assertEquals(3, trace.tokens().size());
    assertEquals(StopReason.LENGTH, trace.stopReason());
  }
}
