package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.generation.ModelSession;
import org.densesteer.model.Precision;
import org.densesteer.model.decoder.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way through a loaded model, against what Hugging Face transformers computes. */
class SessionModelReferenceTest {

  private static final String SYSTEM = "You are a careful solver.";
  private static final float TOLERANCE = 1e-5f;

  private Reference reference;
  private ModelSession session;
  private SessionModel model;

  @BeforeEach
  void open() throws Exception {
    reference = Reference.open("qwen2-tied");
    session =
        ModelSession.open(reference.folder(), Precision.FLOAT32, Progress.NONE, new Cancellation());
    model = new SessionModel(session, () -> token -> false);
  }

  @AfterEach
  void close() {
    if (session != null) {
      session.close();
    }
  }

  @Test
  void theExtractedVectorAgreesAtEveryLayer() {
    PairDifferences differences =
        PairReader.of(
                model,
                QuestionTemplate.PLAIN,
                ChatFrame.PLAIN.withSystem(SYSTEM),
                new DifferenceCache())
            .read(
                ReferencePairs.of(reference.expected()),
                Reading.LAST_TOKEN,
                Progress.NONE,
                new Cancellation());
    ExtractedVector extracted =
        ExtractedVector.of(
            "dense",
            differences,
            ExtractionRecipe.PAPER,
            model.info(),
            Progress.NONE,
            new Cancellation());
    float[] expected = reference.floats("extracted_mean_difference_last_token");
    int width = differences.hiddenSize();
    assertEquals(expected.length, width * extracted.layers().size());
    extracted
        .vector()
        .directions()
        .forEach(
            (layer, direction) ->
                assertArrayEquals(
                    Arrays.copyOfRange(expected, layer * width, (layer + 1) * width),
                    direction,
                    TOLERANCE,
                    "layer " + layer));
  }

  @Test
  void answersAreTheGreedyOnes() {
    int[] prompt = reference.ids("prompt_ids");
    int[] greedy = reference.ids("greedy_baseline");
    Map<Integer, String> answers = new TreeMap<>();
    model.answer(
        List.of(prompt, prompt),
        greedy.length,
        (chat, text, whole) -> answers.put(chat, whole + " " + text),
        new Cancellation());
    String expected = "false " + session.tokenizer().decode(greedy);
    assertEquals(Map.of(0, expected, 1, expected), answers);
  }
}
