package org.densesteer.evaluation.smallbatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.strip.StripModel;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.batch.AnswerRequest;
import org.densesteer.generation.batch.BatchAnswer;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.metrics.answer.AnswerStyle;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;

/** Which answers are asked for, and what is kept of them, without a model. */
class SmallBatchRunnerTest {

  private final List<BatchRequest> batches = new ArrayList<>();
  private int stopAfter = Integer.MAX_VALUE;

  private final StripModel model =
      new StripModel() {
        @Override
        public double[] hiddenNorms(Prompt prompt) {
          return new double[] {1};
        }

        @Override
        public void answer(
            BatchRequest batch, BatchRequest.Listener listener, Cancellation cancellation) {
          batches.add(batch);
          // Backwards: answers end in any order.
          for (int i = batch.answers().size() - 1, come = 0; i >= 0; i--, come++) {
            if (come == stopAfter) {
              throw new CancellationException("cancelled");
            }
            listener.onAnswer(i, paper(batch.answers().get(i)));
          }
        }

        @Override
        public int countTokens(String text) {
          return text.length();
        }
      };

  private static BatchAnswer paper(AnswerRequest asked) {
    String text = asked.steerings().isEmpty() ? "a\n\nb\n\n14" : "ab\n\n14";
    return new BatchAnswer(
        new int[] {1, 2, 3}, text, StopReason.END_OF_TEXT, new double[] {0.2}, new double[] {0.1});
  }

  private SmallBatchRunner runner() {
    TreeMap<Integer, float[]> directions = new TreeMap<>();
    directions.put(0, new float[] {1, 0});
    SteeringVector vector = new SteeringVector("v", 2, directions, VectorMetadata.EMPTY);
    return new SmallBatchRunner(
        model,
        List.of(new Steering(vector, 0, 2, Positions.EVERYWHERE, Operator.ADD)),
        Sampling.GREEDY,
        64);
  }

  private static List<SmallBatchRunner.Asked> questions(int count) {
    List<SmallBatchRunner.Asked> asked = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      asked.add(
          new SmallBatchRunner.Asked(
              7 + i,
              new Problem("p" + i, "Question " + i, "14", AnswerStyle.GSM8K),
              new Prompt("Question " + i, new int[] {i})));
    }
    return asked;
  }

  @Test
  void everyProblemIsAskedTwiceInOneBatch() {
    List<Double> fractions = new ArrayList<>();
    List<Integer> soFar = new ArrayList<>();
    Progress progress = (what, fraction) -> fractions.add(fraction);
    SmallBatch batch =
        runner().run(questions(3), progress, b -> soFar.add(b.pairs().size()), new Cancellation());
    assertEquals(1, batches.size());
    assertEquals(6, batches.get(0).answers().size());
    assertEquals(BatchRequest.Scoring.BY_TWINS, batches.get(0).scoring());
    assertTrue(batches.get(0).answers().get(0).steerings().isEmpty());
    assertEquals(1, batches.get(0).answers().get(1).steerings().size());
    assertEquals(List.of(1, 2, 3), soFar);
    assertEquals(1, fractions.get(5));
    assertEquals(3, batch.pairs().size());
    assertEquals(7, batch.pairs().get(0).place());
    assertEquals(3, batch.pairs().get(0).baseline().measures().steps());
    assertEquals(2, batch.pairs().get(0).steered().measures().steps());
    assertEquals(Boolean.TRUE, batch.pairs().get(0).steered().correct());
  }

  @Test
  void whatHasComeBeforeACancelStays() {
    stopAfter = 3;
    SmallBatch batch = runner().run(questions(3), Progress.NONE, b -> {}, new Cancellation());
    assertEquals(1, batch.pairs().size());
    assertEquals(9, batch.pairs().get(0).place());
    assertEquals(3, batch.asked());
  }
}
