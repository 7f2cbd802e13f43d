package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Json;
import org.densesteer.common.Progress;
import org.densesteer.generation.batch.AnswerRequest;
import org.densesteer.generation.batch.BatchJob;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.model.Precision;
import org.densesteer.model.decoder.ComputedCheckpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Greedy answers under a checkpoint's repetition penalty, against {@code generate(do_sample=False,
 * repetition_penalty=1.3)} of transformers 5.18.0 with torch 2.13.0.
 */
class PenalisedAnswersTest {

  private static final int[] PLAIN = {
    10, 17, 63, 38, 15, 38, 54, 37, 26, 15, 38, 35, 35, 50, 63, 34, 33, 54, 50, 35
  };
  private static final int[] PENALISED = {
    10, 17, 63, 38, 27, 21, 37, 44, 7, 16, 34, 54, 29, 57, 35, 62, 4, 16, 38, 2
  };

  @TempDir Path folder;

  @BeforeEach
  void aCheckpointWithAPenalty() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/model/reference-decoders.json")) {
      JsonNode cases = Json.LENIENT.readTree(Objects.requireNonNull(in)).get("cases");
      ComputedCheckpoint.write(folder, "llama plain", cases.get("llama plain").get("config"));
    }
    ObjectNode vocabulary = Json.object();
    for (int id = 0; id < 64; id++) {
      vocabulary.put("t" + id, id);
    }
    Files.writeString(
        folder.resolve("tokenizer.json"),
        "{\"version\":\"1.0\",\"added_tokens\":[],\"pre_tokenizer\":{\"type\":\"WhitespaceSplit\"},"
            + "\"model\":{\"type\":\"WordLevel\",\"unk_token\":\"t0\",\"vocab\":"
            + vocabulary
            + "}}");
    Files.writeString(
        folder.resolve("generation_config.json"),
        "{\"repetition_penalty\":1.3,\"do_sample\":true,\"temperature\":0.7,\"top_k\":20}");
  }

  private ModelSession open() {
    return ModelSession.open(folder, Precision.FLOAT32, Progress.NONE, new Cancellation());
  }

  @Test
  void theCheckpointsSettingsAreRead() {
    try (ModelSession session = open()) {
      assertEquals(1.3, session.info().generation().repetitionPenalty());
      assertEquals(0.7, session.info().generation().temperature());
      assertEquals(20, session.info().generation().topK());
      assertEquals(List.of(), session.info().notes());
    }
  }

  @Test
  void anAnswerInLockStepIsTransformersAnswer() {
    try (ModelSession session = open()) {
      assertArrayEquals(PLAIN, lockStep(session, Sampling.GREEDY));
      assertArrayEquals(PENALISED, lockStep(session, Sampling.greedy(1.3)));
    }
  }

  private static int[] lockStep(ModelSession session, Sampling sampling) {
    Prompt prompt = session.rawPrompt(ComputedCheckpoint.ids(12));
    GenerationRequest request =
        new GenerationRequest(prompt, List.of(Arm.baseline()), sampling, PLAIN.length, true);
    return session.run(request, RunListener.NONE, new RunControl()).join().get(0).tokenIds();
  }

  @Test
  void answersOfABatchAreTransformersAnswer() {
    try (ModelSession session = open()) {
      AnswerRequest answer =
          new AnswerRequest(session.rawPrompt(ComputedCheckpoint.ids(12)), List.of());
      List<int[]> answers = new ArrayList<>();
      BatchRequest batch =
          new BatchRequest(List.of(answer, answer), 2, PLAIN.length, 1.3, () -> id -> false);
      try (BatchJob job =
          BatchJob.begin(session, batch, (index, given) -> answers.add(given.tokenIds()))) {
        job.finish(new Cancellation());
      }
      assertArrayEquals(PENALISED, answers.get(0));
      assertArrayEquals(PENALISED, answers.get(1));
    }
  }
}
