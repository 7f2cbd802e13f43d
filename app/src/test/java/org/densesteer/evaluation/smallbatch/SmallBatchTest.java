package org.densesteer.evaluation.smallbatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.statistics.PairedComparison;
import org.densesteer.evaluation.strip.StripAnswer;
import org.densesteer.evaluation.strip.StripFigure;
import org.densesteer.generation.StopReason;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.metrics.answer.AnswerStyle;
import org.junit.jupiter.api.Test;

/** What is said of a batch, against figures worked out by hand. */
class SmallBatchTest {

  private static StripAnswer answer(int steps, int tokens, boolean correct, boolean degenerate) {
    return new StripAnswer(
        "text",
        correct ? "14" : "9",
        correct,
        new AnswerMeasures(steps, tokens, tokens / (double) steps, 0.5, 0.7),
        0,
        degenerate,
        StopReason.END_OF_TEXT);
  }

  private static BatchPair pair(int place, StripAnswer baseline, StripAnswer steered) {
    Problem problem = new Problem("p" + place, "Question?", "14", AnswerStyle.GSM8K);
    return new BatchPair(place, problem, baseline, steered);
  }

  private static SmallBatch batch() {
    return new SmallBatch(
        List.of(
            pair(0, answer(9, 90, true, false), answer(5, 80, true, false)),
            pair(1, answer(8, 80, true, false), answer(6, 72, true, false)),
            pair(2, answer(7, 70, true, false), answer(7, 70, false, false)),
            pair(3, answer(7, 70, false, false), answer(1, 500, false, true))),
        4);
  }

  @Test
  void brokenAnswersDoNotCountInFigures() {
    PairedComparison steps = batch().compare(StripFigure.STEPS);
    assertEquals(3, steps.count());
    assertEquals((-4 - 2 + 0) / 3.0, steps.difference(), 1e-12);
    assertEquals(
        (80 / 5.0 + 12 + 10) / 3 - 10, batch().compare(StripFigure.DENSITY).difference(), 1e-12);
    assertEquals("steps: difference −2.00", batch().difference(StripFigure.STEPS).substring(0, 23));
  }

  @Test
  void rightAnswersCountOnEveryProblem() {
    PairedComparison accuracy = batch().accuracy();
    assertEquals(4, accuracy.count());
    assertEquals(0.75, accuracy.baseline());
    assertEquals(0.5, accuracy.treated());
  }

  @Test
  void saysWhatIsLeftOutAndWhatSteeringBreaks() {
    List<String> said = batch().sentences();
    assertEquals(
        "Figures leave out 1 of 4 problems, where an answer repeats itself or was cut.",
        said.get(0));
    assertEquals(
        "Steering breaks answers: 25 % of them are not whole, without it 0 %.", said.get(1));
    assertTrue(said.get(2).startsWith("No difference in steps can be seen with 3 problems"));
  }

  @Test
  void aStoppedBatchSaysSo() {
    SmallBatch stopped = new SmallBatch(batch().pairs().subList(0, 2), 10);
    assertEquals("It was stopped: 2 of 10 problems were answered.", stopped.sentences().get(0));
  }

  @Test
  void oneProblemTellsNothing() {
    SmallBatch one = new SmallBatch(batch().pairs().subList(0, 1), 1);
    assertTrue(one.sentences().get(0).startsWith("Nothing can be said about steps with 1 problem"));
    assertEquals(
        "steps: difference −4.00, no interval (no spread)", one.difference(StripFigure.STEPS));
    SmallBatch none = new SmallBatch(new ArrayList<>(), 1);
    assertEquals("steps: nothing to compare", none.difference(StripFigure.STEPS));
  }

  @Test
  void goesElsewhereAsMarkdownAndCsv() {
    SmallBatchText text = new SmallBatchText(batch(), "v at layer 5, λ 0.4 | greedy");
    String[] lines = text.markdown().split("\n");
    assertEquals("v at layer 5, λ 0.4 \\| greedy", lines[0]);
    assertEquals(
        "| p0 | 9 → 5 | 90 → 80 | 10.00 → 16.00 | 0.500 → 0.500 | 14 ✓ → 14 ✓ |  |", lines[4]);
    assertTrue(lines[7].endsWith("| 9 ✗ → 9 ✗ | steered repeats itself |"));
    String[] csv = text.csv().split("\r\n");
    assertEquals("# v at layer 5, λ 0.4 | greedy", csv[0]);
    assertEquals(21, csv[1].split(",").length);
    assertEquals(6, csv.length);
    assertTrue(csv[5].endsWith(",9,false,true,end_of_text"));
    assertFalse(csv[2].contains("NaN"));
  }
}
