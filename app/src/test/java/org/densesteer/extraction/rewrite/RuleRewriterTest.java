package org.densesteer.extraction.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.extraction.PairDraft;
import org.densesteer.steering.Steps;
import org.junit.jupiter.api.Test;

class RuleRewriterTest {

  @Test
  void restatingStepsGoWithTheCalculationThatFollows() {
    assertEquals(
        "Tom has 3 apples. He buys 4 more. So we add: 3 + 4 = 7.\n\n"
            + "He eats 2. So we subtract: 7 - 2 = 5.\n\nFinal Answer: \\boxed{5}",
        RuleRewriter.densify(
            "Tom has 3 apples.\n\nHe buys 4 more.\n\nSo we add: 3 + 4 = 7.\n\nHe eats 2.\n\n"
                + "So we subtract: 7 - 2 = 5.\n\nFinal Answer: \\boxed{5}"));
  }

  @Test
  void calculationsGoInTwos() {
    assertEquals(
        "1 + 1 = 2. 2 + 1 = 3.\n\n3 + 1 = 4.\n\n\\boxed{4}",
        RuleRewriter.densify("1 + 1 = 2.\n\n2 + 1 = 3.\n\n3 + 1 = 4.\n\n\\boxed{4}"));
  }

  @Test
  void wordsAloneGoInThrees() {
    assertEquals("a b c\n\nd\n\ne", RuleRewriter.densify("a\n\nb\n\nc\n\nd\n\ne"));
  }

  @Test
  void listsHeadingsAndFormulasKeepTheirLines() {
    assertEquals(
        "### First\nWe have:\n\\[ 3 + 4 = 7 \\]\n\n1. So seven.\n- Or 7\n\nDone.",
        RuleRewriter.densify(
            "### First\n\nWe have:\n\n\\[ 3 + 4 = 7 \\]\n\n1. So seven.\n\n- Or 7\n\nDone."));
  }

  @Test
  void nothingToMergeChangesNothing() {
    assertEquals("It is 7.", RuleRewriter.densify(" It is 7.\n\n"));
    assertEquals("3 + 4 = 7\n\n\\boxed{7}", RuleRewriter.densify("3 + 4 = 7\n\n\\boxed{7}"));
    assertEquals("", RuleRewriter.densify(" \n\n "));
  }

  @Test
  void onlyWhiteSpaceEverChangesAndThereAreNeverMoreSteps() {
    Random random = new Random(11);
    String[] parts = {"a", "=", "1.5", "\n\n", "\n\n", " ", "\\[", ":", "- ", "$$", "\u00a0", "\n"};
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      String sparse = text.toString();
      String dense = RuleRewriter.densify(sparse);
      assertEquals(bare(sparse), bare(dense), sparse);
      assertTrue(Steps.count(dense) <= Steps.count(sparse), sparse);
    }
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\u00a0]", "");
  }

  @Test
  void everyDraftIsToldUntilCancelled() {
    List<PairDraft> drafts =
        List.of(
            new PairDraft("q", "a\n\nb\n\nc", "", null),
            new PairDraft("q", "d\n\ne\n\nf", "", null));
    Cancellation cancellation = new Cancellation();
    List<String> told = new ArrayList<>();
    new RuleRewriter()
        .rewrite(drafts, (i, dense) -> told.add(i + dense), Progress.NONE, cancellation);
    assertEquals(List.of("0a b\n\nc", "1d e\n\nf"), told);
    cancellation.request();
    assertThrows(
        CancellationException.class,
        () ->
            new RuleRewriter()
                .rewrite(drafts, (i, dense) -> told.add(dense), Progress.NONE, cancellation));
  }
}
