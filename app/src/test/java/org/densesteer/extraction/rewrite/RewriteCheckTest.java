package org.densesteer.extraction.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.densesteer.extraction.Gold;
import org.densesteer.extraction.PairDraft;
import org.densesteer.extraction.rewrite.Flag.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RewriteCheckTest {

  private static final String QUESTION = "Tom has 3 apples and buys 4 more. How many?";
  private static final String SPARSE = "Tom has 3.\n\nWe add: 3 + 4 = 7.\n\n\\boxed{7}";

  /** Words stand in for tokens. */
  private final RewriteCheck check = new RewriteCheck(text -> text.split("\\s+").length);

  private PairAssessment assess(String sparse, String dense, @Nullable Gold gold) {
    return check.of(new PairDraft(QUESTION, sparse, dense, gold));
  }

  private static List<Kind> kinds(PairAssessment assessment) {
    return assessment.flags().stream().map(Flag::kind).toList();
  }

  @Test
  void aGoodRewritePassesAndIsMeasured() {
    PairAssessment good =
        assess(SPARSE, "Tom has 3. We add: 3 + 4 = 7.\n\n\\boxed{7}", Gold.of("7"));
    assertTrue(good.passes());
    assertEquals(Optional.of(true), good.sparseCorrect());
    assertEquals(new TextMeasures(3, 11, 11 / 3.0), good.sparse());
    assertEquals(new TextMeasures(2, 11, 5.5), good.dense());
  }

  @Test
  void anotherResultIsFlaggedWithBothResults() {
    PairAssessment other = assess(SPARSE, "Tom has 3 + 4 = 7 apples, so \\boxed{4}", Gold.of("7"));
    assertEquals(List.of(Kind.OTHER_ANSWER), kinds(other));
    assertEquals("The sparse answer gives 7 and the dense one 4.", other.flags().get(0).sentence());
  }

  @Test
  void withoutAKnownAnswerTheSparseResultIsTheMeasure() {
    PairAssessment same = assess(SPARSE, "Tom has 3 + 4 = 7 apples: \\boxed{7}", null);
    assertEquals(Optional.empty(), same.sparseCorrect());
    assertTrue(same.passes());
    assertEquals(
        List.of(Kind.OTHER_ANSWER), kinds(assess(SPARSE, "Tom has many and many more.", null)));
    assertEquals(
        List.of(Kind.OTHER_ANSWER),
        kinds(assess("\\boxed{\\frac{3}{4}}", "we say: \\boxed{\\frac{4}{3}}", null)));
    assertEquals(
        "The sparse answer gives no result to compare with.",
        assess("Well.", "Well well.", null).flags().get(0).sentence());
  }

  @Test
  void numbersFromNowhereAreNamed() {
    PairAssessment added =
        assess(SPARSE, "As 10 - 3 = 07.0 and 3 + 4 = 7 it is \\boxed{7}", Gold.of("7"));
    assertEquals(List.of(Kind.NEW_NUMBERS), kinds(added));
    assertTrue(added.flags().get(0).sentence().endsWith(": 10."));
  }

  @Test
  void numbersOfTheQuestionMayBeUsed() {
    assertTrue(assess("We add.\n\n\\boxed{7}", "We add 3 and 4: \\boxed{7}", null).passes());
  }

  @Test
  void splittingStepsIsNoDensification() {
    PairAssessment split =
        assess("We add 3 + 4 = 7. \\boxed{7}", "We add.\n\n3 + 4 = 7\n\n\\boxed{7}", null);
    assertEquals(List.of(Kind.NOT_DENSER), kinds(split));
    assertEquals(
        "The dense answer has 2.7 tokens per step and the sparse one 8.0.",
        split.flags().get(0).sentence());
  }

  @Test
  void aWrongSparseAnswerAndAMissingDenseOneAreSaid() {
    PairAssessment wrong = assess(SPARSE, " ", Gold.of("8"));
    assertEquals(List.of(Kind.SPARSE_WRONG, Kind.NOT_DENSIFIED), kinds(wrong));
    assertEquals("The sparse answer gives 7 where 8 is right.", wrong.flags().get(0).sentence());
    assertEquals(new TextMeasures(0, 0, 0), wrong.dense());
    assertEquals(Optional.of(false), wrong.sparseCorrect());
  }

  @Test
  void whatTheRuleMakesOfASparseAnswerPasses() {
    assertTrue(assess(SPARSE, RuleRewriter.densify(SPARSE), Gold.of("7")).passes());
  }
}
