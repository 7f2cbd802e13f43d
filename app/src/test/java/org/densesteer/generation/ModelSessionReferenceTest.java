package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.decoder.Reference;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.params.ParameterizedTest;
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
}
