package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.decoder.Reference;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows with prompts of different length give what each gives alone. */
class BatchRunReferenceTest {

  /** Long enough that lanes which are filled again outgrow their first cache. */
  private static final int TOKENS = 90;

  @ParameterizedTest
  @CsvSource({"qwen2-tied, 4", "qwen2-tied, 2", "llama3-rope, 3"})
  void aBatchOfDifferentPromptsGivesWhatEachRowGivesAlone(String name, int lanes) throws Exception {
    Reference reference = Reference.open(name);
    try (ModelSession session =
        ModelSession.open(
            reference.folder(), Precision.FLOAT32, Progress.NONE, new Cancellation())) {
      int[] ids = reference.ids("prompt_ids");
      Prompt whole = session.rawPrompt(ids);
      Prompt shorter = session.rawPrompt(Arrays.copyOfRange(ids, 11, ids.length));
      float[] direction = reference.floats("steering_vector");
      TreeMap<Integer, float[]> directions = new TreeMap<>();
      directions.put(reference.layer(), direction);
      SteeringVector vector =
          new SteeringVector("v", direction.length, directions, VectorMetadata.EMPTY);
      List<Steering> steered =
          List.of(Steering.everywhere(vector, reference.layer(), reference.strength()));
      List<BatchRow> rows =
          List.of(
              new BatchRow(shorter, List.of()),
              new BatchRow(whole, List.of()),
              new BatchRow(whole, steered),
              new BatchRow(shorter, steered),
              new BatchRow(whole, List.of()));
      Trace[] traces = new Trace[rows.size()];
      try (BatchJob job =
          session.batch(
              new BatchRequest(rows, lanes, TOKENS, () -> id -> false),
              (row, trace) -> traces[row] = trace)) {
        job.finish(new Cancellation());
      }
      for (int row = 0; row < traces.length; row++) {
        Trace alone = alone(session, rows.get(row));
        assertArrayEquals(alone.tokenIds(), traces[row].tokenIds(), "row " + row);
        assertEquals(alone.text(), traces[row].text());
        assertArrayEquals(nll(alone), nll(traces[row]), 1e-4);
        assertArrayEquals(alone.nllResponseOnly(), traces[row].nllResponseOnly(), 1e-4);
        assertEquals(alone.stopReason(), traces[row].stopReason());
      }
    }
  }

  private static double[] nll(Trace trace) {
    return trace.tokens().stream().mapToDouble(TokenEvent::nll).toArray();
  }

  private static Trace alone(ModelSession session, BatchRow row) {
    Arm arm = new Arm("alone", row.steerings());
    return session
        .run(
            new GenerationRequest(row.prompt(), List.of(arm), Sampling.GREEDY, TOKENS, false),
            RunListener.NONE,
            new RunControl())
        .join()
        .get(0);
  }
}
