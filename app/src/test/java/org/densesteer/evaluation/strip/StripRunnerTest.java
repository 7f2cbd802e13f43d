package org.densesteer.evaluation.strip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.generation.Prompt;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.WordShifts;
import org.densesteer.generation.batch.AnswerRequest;
import org.densesteer.generation.batch.BatchAnswer;
import org.densesteer.generation.batch.BatchRequest;
import org.densesteer.generation.batch.BatchRequest.Scoring;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;

/** Which answers are asked for, and what becomes of them, without a model. */
class StripRunnerTest {

  private static final Prompt FIRST = new Prompt("first", new int[] {1});
  private static final Prompt SECOND = new Prompt("second", new int[] {1, 2});

  private final List<BatchRequest> batches = new ArrayList<>();
  private int baselineTokens = 3;

  /** ‖h‖ is 10 for the first prompt and 30 for the second; above λ = 6 an answer never ends. */
  private final StripModel model =
      new StripModel() {
        @Override
        public double[] hiddenNorms(Prompt prompt) {
          return new double[] {prompt == FIRST ? 10 : 30, 20};
        }

        @Override
        public void answer(
            BatchRequest batch, BatchRequest.Listener listener, Cancellation cancellation) {
          batches.add(batch);
          for (int i = batch.answers().size() - 1; i >= 0; i--) {
            listener.onAnswer(i, paper(batch.answers().get(i)));
          }
        }

        @Override
        public int countTokens(String text) {
          return text.length();
        }
      };

  private BatchAnswer paper(AnswerRequest asked) {
    double push = asked.steerings().stream().mapToDouble(Steering::strength).sum();
    boolean endless = push > 6 || baselineTokens > 100;
    int[] ids = new int[endless ? 200 : 3];
    Arrays.setAll(ids, i -> endless ? 1 : i);
    return new BatchAnswer(
        ids,
        asked.prompt().text() + " = 4",
        endless ? StopReason.LENGTH : StopReason.END_OF_TEXT,
        new double[] {0.1, 0.3},
        new double[] {0.2},
        new int[0],
        false,
        push == 0 ? new double[] {0, 0} : new double[] {0.5, 1.5},
        WordShifts.NONE);
  }

  private static StripSteering steering() {
    TreeMap<Integer, float[]> directions =
        new TreeMap<>(Map.of(0, new float[] {2, 0}, 1, new float[] {0, 4}));
    return new StripSteering(
        new SteeringVector("v", 2, directions, VectorMetadata.EMPTY),
        Positions.EVERYWHERE,
        Operator.ADD);
  }

  private StripRunner runner() {
    return new StripRunner(
        model,
        steering(),
        List.of(
            new StripQuestion(FIRST, AnswerChecker.of("4")),
            new StripQuestion(SECOND, AnswerChecker.of("5"))),
        Sampling.GREEDY,
        50);
  }

  @Test
  void allRowsAreOneBatchWithTwins() {
    StripRunner runner = runner();
    assertArrayEquals(new double[] {20, 20}, runner.hiddenNorms(), 1e-12);
    List<StripCell> cells = steering().atPush(List.of(0, 1), 0.5, runner.hiddenNorms());
    Strip strip = runner.run(cells, StripRunner.seeds(2, 11), new Cancellation());
    assertEquals(1, batches.size());
    BatchRequest batch = batches.get(0);
    assertEquals(Scoring.BY_TWINS, batch.scoring());
    assertEquals(2 * (1 + 2 + 2 * 2), batch.answers().size());
    assertEquals(cells, strip.rows().stream().map(StripRow::cell).toList());
    assertEquals(
        List.of("random:11", "random:12", "random:11", "random:12"),
        strip.floor().stream().map(StripRow::arm).toList());
    assertEquals(0, strip.baseline().mean(StripFigure.KL));
    StripRow row = strip.rows().get(0);
    assertEquals(1, row.mean(StripFigure.KL));
    assertEquals(0.2, row.mean(StripFigure.NLL_WITH_PROMPT), 1e-12);
    assertEquals(List.of(true, false), row.answers().stream().map(StripAnswer::correct).toList());
    assertEquals("first = 4", row.answers().get(0).text());
    assertEquals("second = 4", row.answers().get(1).text());
  }

  @Test
  void aStrengthOfNothingHasNoFloor() {
    StripRunner runner = runner();
    List<StripCell> cells = steering().atLayer(1, List.of(0.0, 2.0), runner.hiddenNorms());
    Strip strip = runner.run(cells, StripRunner.seeds(3, 1), new Cancellation());
    assertEquals(2, strip.rows().size());
    assertEquals(3, strip.floor().size());
    assertTrue(strip.floorOf(strip.rows().get(0)).isEmpty());
    assertEquals(3, strip.floorOf(strip.rows().get(1)).size());
  }

  /** λ = 6 is a push of 6 · 2 / 20 = 0.6 at layer 0 and of 1.2 at layer 1. */
  @Test
  void edgesAreFoundInFewBatchesThatAreNotScored() {
    List<Edge> edges = Edges.find(runner(), steering(), List.of(0, 1), 1, new Cancellation());
    assertEquals(0.6, edges.get(0).whole(), EdgeSearch.RESOLUTION);
    assertEquals(6, edges.get(0).strength(), 0.2);
    assertTrue(edges.get(0).strength() <= 6 && edges.get(0).broken() > 0.6);
    assertEquals(1.2, edges.get(1).whole(), EdgeSearch.RESOLUTION);
    assertEquals(4, batches.size());
    assertTrue(batches.stream().allMatch(batch -> batch.scoring() == Scoring.NONE));
    List<Edge> against = Edges.find(runner(), steering(), List.of(1), -1, new Cancellation());
    assertEquals(EdgeSearch.MOST, against.get(0).whole(), 1e-12);
    assertEquals(-10, against.get(0).strength(), 1e-9);
  }

  @Test
  void aBaselineThatIsNoAnswerHasNoEdge() {
    baselineTokens = 200;
    FaultException fault =
        assertThrows(
            FaultException.class,
            () -> Edges.find(runner(), steering(), List.of(0), 1, new Cancellation()));
    assertTrue(String.valueOf(fault.getMessage()).startsWith("The unsteered answer is cut"));
  }
}
