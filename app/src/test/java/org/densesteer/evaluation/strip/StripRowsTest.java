package org.densesteer.evaluation.strip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.densesteer.generation.StopReason;
import org.densesteer.metrics.AnswerMeasures;
import org.junit.jupiter.api.Test;

/** What is made of rows, by hand. */
class StripRowsTest {

  private static final StripCell CELL = new StripCell(5, 0.4, 0.5);
  private static final StripCell OTHER = new StripCell(4, 0.4, 0.5);

  private static StripAnswer answer(double density, boolean degenerate, StopReason stop) {
    return new StripAnswer(
        "text",
        "4",
        true,
        new AnswerMeasures(1, (int) density, density, 0.1, Double.NaN),
        0,
        degenerate,
        stop);
  }

  private static StripAnswer whole(double density) {
    return answer(density, false, StopReason.END_OF_TEXT);
  }

  private static StripAnswer cut(double density) {
    return answer(density, false, StopReason.LENGTH);
  }

  private static StripRow row(StripCell cell, StripAnswer... answers) {
    return new StripRow(cell, null, List.of(answers));
  }

  private static Strip strip(StripRow steered, double... floor) {
    List<StripRow> random =
        DoubleStream.of(floor)
            .mapToObj(density -> new StripRow(CELL, 7L, List.of(whole(density))))
            .toList();
    List<StripRow> more = List.of(new StripRow(OTHER, 7L, List.of(whole(99))));
    return new Strip(
        new StripRow(null, null, List.of(whole(10))),
        List.of(steered),
        Stream.concat(random.stream(), more.stream()).toList());
  }

  @Test
  void anEffectIsBeyondWhenNoRandomDirectionOfItsPlaceHasOneAsLarge() {
    StripRow steered = row(CELL, whole(14));
    assertEquals(
        Optional.of(Verdict.BEYOND),
        strip(steered, 11, 13.9, 6.1).verdict(steered, StripFigure.DENSITY));
    assertEquals(
        Optional.of(Verdict.WITHIN),
        strip(steered, 11, 12, 6).verdict(steered, StripFigure.DENSITY));
  }

  @Test
  void noEffectIsWithinEvenWhereTheRandomDirectionsHaveNone() {
    StripRow steered = row(CELL, whole(10));
    assertEquals(
        Optional.of(Verdict.WITHIN), strip(steered, 10, 10).verdict(steered, StripFigure.DENSITY));
  }

  @Test
  void nothingIsClaimedOfBrokenAnswersNorWithoutAFloorNorOfUnknownFigures() {
    StripRow cut = row(CELL, cut(40));
    assertEquals(Optional.empty(), strip(cut, 11).verdict(cut, StripFigure.DENSITY));
    StripRow steered = row(CELL, whole(14));
    assertEquals(Optional.empty(), strip(steered).verdict(steered, StripFigure.DENSITY));
    assertEquals(
        Optional.empty(), strip(steered, 11).verdict(steered, StripFigure.NLL_RESPONSE_ONLY));
  }

  @Test
  void standsUntilTenPointsMoreOfTheAnswersAreBroken() {
    StripAnswer broken = answer(40, true, StopReason.LENGTH);
    StripAnswer[] answers = new StripAnswer[20];
    Arrays.fill(answers, whole(10));
    answers[0] = cut(10);
    StripRow baseline = row(null, answers);
    answers[1] = broken;
    assertTrue(row(CELL, answers).stands(baseline));
    answers[2] = broken;
    assertFalse(row(CELL, answers).stands(baseline));
    assertFalse(row(CELL, broken).stands(row(null, broken)));
  }

  @Test
  void meansLeaveOutWhatHasNoFigure() {
    StripRow two = row(CELL, whole(10), whole(14));
    assertEquals(12, two.mean(StripFigure.DENSITY));
    assertTrue(Double.isNaN(two.mean(StripFigure.NLL_RESPONSE_ONLY)));
    assertEquals("steered", two.arm());
    assertEquals("random:7", new StripRow(CELL, 7L, two.answers()).arm());
    assertEquals("baseline", row(null, whole(1)).arm());
  }
}
