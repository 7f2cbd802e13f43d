package org.densesteer.samplemaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.extraction.ContrastivePair;
import org.densesteer.extraction.MeanDifference;
import org.densesteer.extraction.PairDifferences;
import org.densesteer.extraction.PairFiles;
import org.densesteer.extraction.PairReader;
import org.densesteer.extraction.Reading;
import org.densesteer.generation.Arm;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Trace;
import org.densesteer.model.Precision;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped model and vector do what their cards say, on a few fresh problems. */
class SampleModelTest {

  private static final Path MODEL = Path.of("app", "sample-model");
  private static final Path VECTORS = Path.of("sample-vectors");
  private static final int PROBLEMS = 30;
  private static final long MOST_BYTES = 8_000_000;

  private static ModelSession session;

  @BeforeAll
  static void open() {
    session = ModelSession.open(MODEL, Precision.FLOAT32, Progress.NONE, new Cancellation());
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @Test
  void isSmall() throws Exception {
    assertTrue(Files.size(MODEL.resolve("model.safetensors")) <= MOST_BYTES);
    assertTrue(session.info().parameters() >= 1_000_000);
    assertTrue(session.info().parameters() <= 4_000_000);
  }

  @Test
  void answersSparselyAndTheVectorMakesItDense() {
    SteeringVector vector =
        VectorFiles.read(VECTORS.resolve("dense-step-breaks.safetensors")).vector();
    Steering steering =
        Steering.everywhere(
            vector,
            vector.metadata().recommendedLayer().orElseThrow(),
            vector.metadata().recommendedStrength().orElseThrow());
    List<WordProblem> problems = FreshProblems.TEST.take(PROBLEMS);
    List<List<Trace>> answers =
        new GreedyAnswers(session)
            .to(
                problems,
                List.of(Arm.baseline(), Arm.steered(steering)),
                Progress.NONE,
                new Cancellation());
    ArmFigures baseline = ArmFigures.of(session, problems, answers, 0);
    ArmFigures steered = ArmFigures.of(session, problems, answers, 1);
    assertTrue(baseline.accuracy() >= 0.8, "baseline right: " + baseline.accuracy());
    assertTrue(steered.accuracy() >= 0.7, "steered right: " + steered.accuracy());
    assertTrue(
        steered.meanDensity() >= 1.2 * baseline.meanDensity(),
        baseline.meanDensity() + " to " + steered.meanDensity());
  }

  @Test
  void theShippedPairsGiveTheShippedVector() {
    List<ContrastivePair> pairs = PairFiles.read(VECTORS.resolve(SampleVectorMaker.PAIRS_FILE));
    assertEquals(SampleVectorMaker.PAIRS, pairs.size());
    PairReader reader =
        new PairReader(
            (texts, weights) ->
                session.withDecoder(decoder -> decoder.pooledOutputs(texts, weights)).join(),
            session.tokenizer(),
            question -> session.chatPrompt(ChatFrame.PLAIN, question).tokenIds());
    PairDifferences differences =
        reader.read(pairs, Reading.STEP_BREAKS, Progress.NONE, new Cancellation());
    SteeringVector shipped =
        VectorFiles.read(VECTORS.resolve("dense-step-breaks.safetensors")).vector();
    MeanDifference.of(differences)
        .forEach(
            (layer, direction) -> {
              for (int i = 0; i < direction.length; i++) {
                assertEquals(shipped.direction(layer)[i], direction[i], 1e-3, "layer " + layer);
              }
            });
  }
}
