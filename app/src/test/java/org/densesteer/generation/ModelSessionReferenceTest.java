package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.decoder.Reference;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of arms in lock step against what transformers generates. */
class ModelSessionReferenceTest {

  private static final int TOKENS = 40;

  private static ModelSession open(Reference reference) {
    return ModelSession.open(
        reference.folder(), Precision.FLOAT32, Progress.NONE, new Cancellation());
  }

  private static Steering steering(Reference reference, double strength) {
    float[] direction = reference.floats("steering_vector");
    TreeMap<Integer, float[]> directions = new TreeMap<>();
    directions.put(reference.layer(), direction);
    directions.put(0, direction);
    return Steering.everywhere(
        new SteeringVector("v", direction.length, directions, VectorMetadata.EMPTY),
        reference.layer(),
        strength);
  }

  private static GenerationRequest request(
      Reference reference, ModelSession session, Sampling sampling, Arm... arms) {
    return new GenerationRequest(
        session.rawPrompt(reference.ids("prompt_ids")), List.of(arms), sampling, TOKENS, true);
  }

  private static List<Trace> run(ModelSession session, GenerationRequest request) {
    return session.run(request, RunListener.NONE, new RunControl()).join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen2-tied", "qwen2-sharded-untied-bf16", "llama3-rope"})
  void greedyIdsAndNllAgree(String name) throws Exception {
    Reference reference = Reference.open(name);
    try (ModelSession session = open(reference)) {
      List<Trace> traces =
          run(
              session,
              request(
                  reference,
                  session,
                  Sampling.GREEDY,
                  Arm.baseline(),
                  Arm.steered(steering(reference, reference.strength()))));
      assertArrayEquals(reference.ids("greedy_baseline"), traces.get(0).tokenIds());
      assertArrayEquals(reference.ids("greedy_steered"), traces.get(1).tokenIds());
      Trace steered = traces.get(1);
      assertArrayEquals(
          reference.numbers("nll_steered_under_unsteered_with_prompt"),
          steered.tokens().stream().mapToDouble(TokenEvent::nll).toArray(),
          1e-4);
      assertArrayEquals(
          reference.numbers("nll_steered_under_unsteered_response_only"),
          steered.nllResponseOnly(),
          1e-4);
      assertEquals(reference.expected().get("greedy_steered_text").asText(), steered.text());
      assertTrue(steered.tokens().get(0).push() > 0);
      assertTrue(steered.tokens().get(TOKENS - 1).push() > 0);
      assertEquals(0, traces.get(0).tokens().get(0).push());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen2-tied", "qwen2-sharded-untied-bf16", "llama3-rope"})
  void theChatPromptAndItsIdsAgree(String name) throws Exception {
    Reference reference = Reference.open(name);
    try (ModelSession session = open(reference)) {
      Prompt prompt =
          session.chatPrompt(ChatFrame.PLAIN, "Tom has 12 apples and buys 30 more. How many?");
      assertEquals(reference.expected().get("prompt").asText(), prompt.text());
      assertArrayEquals(reference.ids("prompt_ids"), prompt.tokenIds());
      assertThrows(FaultException.class, () -> session.chatPrompt(ChatFrame.PLAIN, " \n"));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.8})
  void strengthZeroGivesTheBaselinesIds(double temperature) throws Exception {
    Reference reference = Reference.open("qwen2-tied");
    try (ModelSession session = open(reference)) {
      List<Trace> traces =
          run(
              session,
              request(
                  reference,
                  session,
                  new Sampling(temperature, 0.95, 7),
                  Arm.baseline(),
                  Arm.steered(steering(reference, 0))));
      assertArrayEquals(traces.get(0).tokenIds(), traces.get(1).tokenIds());
      traces.get(1).tokens().forEach(t -> assertEquals(0, t.kl(), 1e-6));
    }
  }

  @Test
  void theSameSeedGivesTheSameTokensAndAnotherSeedOthers() throws Exception {
    Reference reference = Reference.open("qwen2-tied");
    try (ModelSession session = open(reference)) {
      int[] first = sampled(reference, session, 1);
      assertArrayEquals(first, sampled(reference, session, 1));
      assertFalse(java.util.Arrays.equals(first, sampled(reference, session, 2)));
    }
  }

  private static int[] sampled(Reference reference, ModelSession session, long seed) {
    Sampling sampling = new Sampling(1, 1, seed);
    return run(session, request(reference, session, sampling, Arm.baseline())).get(0).tokenIds();
  }

  @Test
  void theSameTextComesWithThePromptCacheAndWithout() throws Exception {
    Reference reference = Reference.open("llama3-rope");
    try (ModelSession session = open(reference)) {
      GenerationRequest request =
          request(
              reference,
              session,
              Sampling.GREEDY,
              Arm.baseline(),
              Arm.steered(steering(reference, reference.strength())));
      List<Integer> computed = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        if (i == 2) {
          // The cache keeps four prompts.
          for (int token = 1; token <= 4; token++) {
            session.readPrompt(session.rawPrompt(new int[] {token})).join();
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
        texts.add(session.run(request, listener, new RunControl()).join().get(1).text());
      }
      int layers = session.info().layers();
      int above = layers - 1 - reference.layer();
      assertEquals(List.of(layers + above, above, layers + above), computed);
      assertEquals(texts.get(0), texts.get(1));
      assertEquals(texts.get(0), texts.get(2));
    }
  }

  @Test
  void aCancelledRunKeepsWhatThereWas() throws Exception {
    Reference reference = Reference.open("qwen2-tied");
    try (ModelSession session = open(reference)) {
      RunControl control = new RunControl();
      List<Trace> traces =
          session
              .run(
                  request(reference, session, Sampling.GREEDY, Arm.baseline()),
                  event -> {
                    if (event.index() == 4) {
                      control.cancel();
                    }
                  },
                  control)
              .join();
      assertEquals(StopReason.CANCELLED, traces.get(0).stopReason());
      assertEquals(5, traces.get(0).tokens().size());
    }
  }

  @Test
  void liveSteeringTakesHoldAtTheNextToken() throws Exception {
    Reference reference = Reference.open("qwen2-tied");
    try (ModelSession session = open(reference)) {
      RunControl control = new RunControl();
      List<Trace> traces =
          session
              .run(
                  request(
                      reference,
                      session,
                      Sampling.GREEDY,
                      Arm.baseline(),
                      Arm.steered(steering(reference, 0))),
                  event -> {
                    if (event.arm() == 1 && event.index() == 9) {
                      control.steer(1, List.of(steering(reference, 8)));
                    }
                  },
                  control)
              .join();
      List<TokenEvent> tokens = traces.get(1).tokens();
      assertEquals(0, tokens.get(9).push());
      assertTrue(tokens.get(10).push() > 0);
      assertEquals(8, tokens.get(10).strength());
    }
  }

  @ParameterizedTest
  @EnumSource(Operator.class)
  void everyOperatorChangesTheHiddenState(Operator operator) throws Exception {
    Reference reference = Reference.open("qwen2-tied");
    try (ModelSession session = open(reference)) {
      Steering plain = steering(reference, 3);
      Steering steering =
          new Steering(plain.vector(), plain.layer(), 3, Positions.RESPONSE_ONLY, operator);
      List<TokenEvent> tokens =
          run(session, request(reference, session, Sampling.GREEDY, Arm.steered(steering)))
              .get(0)
              .tokens();
      assertEquals(0, tokens.get(0).push(), "the prompt is not steered");
      assertTrue(tokens.get(1).push() > 0);
      if (operator == Operator.ABLATE) {
        assertEquals(0, tokens.get(1).alignment(), 1e-5);
      }
    }
  }

  @Test
  void aVectorOfAnotherWidthIsRefusedByName() throws Exception {
    Reference reference = Reference.open("qwen2-tied");
    try (ModelSession session = open(reference)) {
      TreeMap<Integer, float[]> directions = new TreeMap<>();
      directions.put(1, new float[12]);
      Steering steering =
          Steering.everywhere(
              new SteeringVector("narrow", 12, directions, VectorMetadata.EMPTY), 1, 2);
      CompletionException failure =
          assertThrows(
              CompletionException.class,
              () ->
                  run(
                      session,
                      request(reference, session, Sampling.GREEDY, Arm.steered(steering))));
      assertTrue(failure.getCause() instanceof FaultException);
      assertEquals(
          "The vector narrow, 12 wide and up to layer 1, does not fit the model %s, 64 wide and up to layer %d; choose a vector made for this model."
              .formatted(session.info().name(), session.info().layers() - 1),
          failure.getCause().getMessage());
    }
  }
}
