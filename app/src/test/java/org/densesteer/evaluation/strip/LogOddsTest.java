package org.densesteer.evaluation.strip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.densesteer.generation.Prompt;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;

class LogOddsTest {

  private static final LogOdds.Choice CHOICE =
      new LogOdds.Choice(new Prompt("?", new int[] {1}), new int[] {2}, new int[] {3, 4});

  private static StripSteering steering(Positions positions) {
    return new StripSteering(
        new SteeringVector(
            "v", 2, new TreeMap<>(Map.of(0, new float[] {3, 4})), VectorMetadata.EMPTY),
        positions,
        Operator.ADD);
  }

  /** Steering adds λ·v₀ to ln p of the first continuation and leaves the second at −4. */
  private static LogOdds odds(List<Double> strengths, List<Long> seeds) {
    StripSteering steering = steering(Positions.EVERYWHERE);
    return LogOdds.of(
        (ids, steerings) ->
            ids.length == 2
                ? -4
                : -3
                    + steerings.stream()
                        .mapToDouble(s -> s.strength() * s.vector().direction(0)[0])
                        .sum(),
        CHOICE,
        steering,
        steering.atLayer(0, strengths, new double[] {10}),
        seeds);
  }

  @Test
  void aRowIsTheDifferenceOfTwoLogProbabilities() {
    LogOdds odds = odds(List.of(-0.5, 0.0, 1.0), List.of());
    assertEquals(1, odds.baseline().logOdds());
    assertEquals(List.of(-0.5, 1.0, 4.0), odds.rows().stream().map(LogOddsRow::logOdds).toList());
    assertEquals(0.25, odds.rows().get(0).cell().push());
    assertEquals(Optional.empty(), odds.verdict(odds.rows().get(2)));
  }

  @Test
  void standsAgainstRandomDirectionsOfEqualPush() {
    LogOdds odds = odds(List.of(0.0, 1.0), List.of(1L, 2L, 3L, 4L));
    assertEquals(4, odds.floor().size());
    assertEquals("random:4", odds.floor().get(3).arm());
    // No direction of norm 5 adds more than 5; the vector adds 3.
    boolean beyond = odds.floor().stream().allMatch(row -> Math.abs(row.logOdds() - 1) < 3);
    assertEquals(
        Optional.of(beyond ? Verdict.BEYOND : Verdict.WITHIN), odds.verdict(odds.rows().get(1)));
    assertEquals(Optional.empty(), odds.verdict(odds.rows().get(0)));
  }

  @Test
  void whatCannotBeScoredIsRefused() {
    assertThrows(
        FaultException.class, () -> new LogOdds.Choice(CHOICE.prompt(), new int[0], new int[] {1}));
    assertThrows(
        FaultException.class,
        () -> new LogOdds.Choice(CHOICE.prompt(), new int[] {7}, new int[] {7}));
    assertThrows(
        FaultException.class,
        () ->
            LogOdds.of(
                (ids, steerings) -> 0,
                CHOICE,
                steering(Positions.fromStep(2)),
                List.of(),
                List.of()));
  }
}
