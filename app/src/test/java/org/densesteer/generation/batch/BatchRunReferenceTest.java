package org.densesteer.generation.batch;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.Prompt;
import org.densesteer.model.Precision;
import org.densesteer.model.decoder.Reference;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As {@link BatchRunTest}, with other checkpoints. */
class BatchRunReferenceTest {

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
      List<AnswerRequest> requests =
          List.of(
              new AnswerRequest(shorter, List.of()),
              new AnswerRequest(whole, List.of()),
              new AnswerRequest(whole, steered),
              new AnswerRequest(shorter, steered),
              new AnswerRequest(whole, List.of()));
      BatchRunTest.assertEachAsAlone(session, requests, lanes);
    }
  }
}
