package org.densesteer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.densesteer.evaluation.statistics.PairedComparison.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {

  private static final Unit ACCURACY = new Unit("accuracy", false, 100, 1, "points", 0.02);
  private static final Unit STEPS = new Unit("steps", true, 1, 1, "", 1);

  private static PairedComparison shares(int count, double difference, double discordant) {
    Interval interval = new Interval(difference - 0.05, difference + 0.05, 0.95);
    return new PairedComparison(
        count, 0.5, 0.5 + difference, difference, interval, 0.5, Test.MCNEMAR, discordant);
  }

  @org.junit.jupiter.api.Test
  void saysHowManyProblemsItWouldTake() {
    assertEquals(
        "No difference in accuracy can be seen with 100 problems (+1.0, 95 % interval −4.0 to"
            + " +6.0); about 1,200 would be needed to see 2 points.",
        PlainWords.about(shares(100, 0.01, 0.05), 0.5, 1, ACCURACY));
  }

  @org.junit.jupiter.api.Test
  void saysThatThereWereEnough() {
    String sentence = PlainWords.about(shares(5000, 0.001, 0.03), 0.8, 1, ACCURACY);
    assertTrue(
        sentence.endsWith("though 5,000 problems are enough to see 2 points four times in five."),
        sentence);
  }

  @org.junit.jupiter.api.Test
  void saysWhatWasSeen() {
    assertEquals(
        "Accuracy falls by 12.0 points (95 % interval −17.0 to −7.0) with 200 problems; p = 0.004"
            + " after correction for 9 comparisons.",
        PlainWords.about(shares(200, -0.12, 0.2), 0.0041, 9, ACCURACY));
    Interval interval = new Interval(0.5, 2, 0.95);
    PairedComparison steps =
        new PairedComparison(50, 6, 7.2, 1.2, interval, 1e-9, Test.WILCOXON, 2);
    assertEquals(
        "Steps rise by 1.2 (95 % interval +0.5 to +2.0) with 50 problems; p < 0.001.",
        PlainWords.about(steps, 1e-9, 1, STEPS));
  }

  @org.junit.jupiter.api.Test
  void doubtsWhatOnlyTheIntervalShows() {
    assertEquals(
        "Whether accuracy really rises cannot be told with 20 problems: by 30.0 points (95 %"
            + " interval +25.0 to +35.0), but p = 0.063 after correction for 4 comparisons.",
        PlainWords.about(shares(20, 0.3, 0.3), 0.0625, 4, ACCURACY));
  }

  @org.junit.jupiter.api.Test
  void doesNotGuessFromOneProblemOrFromNoSpread() {
    assertEquals(
        "Nothing can be said about accuracy with 1 problem.",
        PlainWords.about(shares(1, 0, 0), 1, 1, ACCURACY));
    Interval none = Interval.unknown(0.95);
    PairedComparison still = new PairedComparison(9, 6, 6, 0, none, 1, Test.WILCOXON, 0);
    assertEquals("Steps are the same on each of 9 problems.", PlainWords.about(still, 1, 1, STEPS));
    PairedComparison alike = new PairedComparison(9, 6, 5, -1, none, 0.00390625, Test.WILCOXON, 0);
    assertEquals(
        "Steps fall by 1.0 on each of 9 problems alike; p = 0.008 after correction for 2"
            + " comparisons. Differences without spread give no interval.",
        PlainWords.about(alike, 0.0078125, 2, STEPS));
  }

  @org.junit.jupiter.api.Test
  void saysWhereMeanAndRanksPartWays() {
    Interval wide = new Interval(-0.4, 1.5, 0.95);
    PairedComparison steps = new PairedComparison(50, 6, 6.6, 0.6, wide, 0.01, Test.WILCOXON, 4);
    assertEquals(
        "Steps rise by 0.6 (95 % interval −0.4 to +1.5) with 50 problems; p = 0.010, though the"
            + " interval of the mean includes 0: few large differences weigh against many small"
            + " ones.",
        PlainWords.about(steps, 0.01, 1, STEPS));
  }

  @org.junit.jupiter.api.Test
  void placesAnEffectAmongPlacebos() {
    assertEquals(
        "The effect on steps (−3.0) is larger than that of each of 3 placebos (p = 0.25, the least"
            + " that this few placebos can show).",
        PlainWords.about(PlaceboRank.of(-3, new double[] {1, 0, 2}), STEPS));
    assertEquals(
        "2 of 3 placebos changed steps at least as much as the vector did (+1.0) (p = 0.75).",
        PlainWords.about(PlaceboRank.of(1, new double[] {1, 0, -2}), STEPS));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0004, < 0.001",
    "0.0123, = 0.012",
    "0.456, = 0.46",
    "0.001, = 0.001",
    "0.1, = 0.10",
    "1, = 1.00",
    "NaN, unknown"
  })
  void writesPValues(double p, String text) {
    assertEquals(text, PlainWords.pValue(p));
  }

  private static PairedComparison steps(int count) {
    return new PairedComparison(
        count, 6, 6.2, 0.2, new Interval(-0.5, 0.9, 0.95), 0.3, Test.WILCOXON, 4);
  }

  /** (1.959964 + 0.841621)² · 4² = 125.6, said with two digits. */
  @org.junit.jupiter.api.Test
  void figuresTakeAsManyProblemsAsTheirSpreadSays() {
    assertEquals(
        "No difference in steps can be seen with 125 problems (+0.2, 95 % interval −0.5 to +0.9);"
            + " about 130 would be needed to see 1.",
        PlainWords.about(steps(125), 0.3, 1, STEPS));
    assertEquals(
        "No difference in steps can be seen with 126 problems (+0.2, 95 % interval −0.5 to +0.9),"
            + " though 126 problems are enough to see 1 four times in five.",
        PlainWords.about(steps(126), 0.3, 1, STEPS));
  }

  /** Connor's formula at (2 + 1) / (10 + 2): 4,903.6. */
  @org.junit.jupiter.api.Test
  void sharesTakeOneProblemMoreOfEachKind() {
    String sentence = PlainWords.about(shares(10, 0.01, 0.2), 0.5, 1, ACCURACY);
    assertTrue(sentence.endsWith("; about 5,000 would be needed to see 2 points."), sentence);
  }

  @org.junit.jupiter.api.Test
  void aLimitThatIsMetIsNotPassed() {
    assertEquals(
        "Whether accuracy really rises cannot be told with 2 problems: by 30.0 points (95 %"
            + " interval +25.0 to +35.0), but p = 0.050.",
        PlainWords.about(shares(2, 0.3, 0.3), 0.05, 1, ACCURACY));
    assertEquals(
        "The effect on steps (+3.0) is larger than that of each of 19 placebos (p = 0.050).",
        PlainWords.about(PlaceboRank.of(3, new double[19]), STEPS));
  }
}
