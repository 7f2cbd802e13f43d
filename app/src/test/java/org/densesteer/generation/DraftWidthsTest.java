package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.model.Tokenizer;
import org.densesteer.steering.Positions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DraftWidthsTest {

  private static Tokenizer tokenizer;

  @BeforeAll
  static void open() {
    tokenizer = Tokenizer.open(EmbeddedFiles.sampleModel());
  }

  @AfterAll
  static void close() {
    tokenizer.close();
  }

  /** A steered arm, so two rows, that may have 100 tokens. */
  private static ArmState arm(int... draft) {
    Arm arm = new Arm("arm", List.of(SampleSession.steering(1, 1, Positions.EVERYWHERE)));
    GenerationRequest request =
        new GenerationRequest(
            new Prompt("", new int[] {1}),
            List.of(arm),
            Sampling.GREEDY,
            100,
            false,
            List.of(draft));
    return new ArmState(request, 0, 0, new Answer.Limits(Set.of(), 100, id -> false), tokenizer);
  }

  private static int[] text(int length) {
    return IntStream.range(0, length).toArray();
  }

  /** Costs of 2, 4, 8, 16, 32 and 64 lines, as far as they are known. */
  private static DraftWidths widths(boolean exact, int... costs) {
    StepCosts known = new StepCosts();
    for (int i = 0; i < costs.length; i++) {
      known.took(2 << i, 1);
      known.took(2 << i, costs[i]);
    }
    return new DraftWidths(known, exact);
  }

  @Test
  void linesThatCostNothingAreAllUsed() {
    assertArrayEquals(
        new int[] {32}, widths(true, 100, 100, 100, 100, 100, 100).of(List.of(arm(text(50)))));
  }

  /** Expected of a draft that is right 88 times of 100: 1.88, 3.33, 5.3 tokens of 2, 4, 8. */
  @Test
  void widthsEndWhereALineCostsMoreThanItGives() {
    assertArrayEquals(
        new int[] {4}, widths(true, 100, 110, 130, 300, 900).of(List.of(arm(text(50)))));
    assertArrayEquals(
        new int[] {1}, widths(true, 100, 200, 400, 800, 1600).of(List.of(arm(text(50)))));
  }

  @Test
  void noLineIsSpentWithoutAGuessOrBehindTheLongestAnswer() {
    DraftWidths free = widths(true, 100, 100, 100, 100, 100, 100);
    assertArrayEquals(new int[] {1}, free.of(List.of(arm())));
    assertArrayEquals(new int[] {3}, free.of(List.of(arm(text(2)))));
    assertArrayEquals(new int[] {24, 1}, free.of(List.of(arm(text(50)), arm())));
    ArmState full = arm(text(200));
    IntStream.range(0, 97).forEach(full.answer::append);
    IntStream.range(0, 97).forEach(full.draft::accept);
    assertEquals(2, full.guesses());
    assertArrayEquals(new int[] {3}, free.of(List.of(full)));
  }

  @Test
  void nothingIsGuessedWhereRowsAreNotIndependent() {
    assertArrayEquals(
        new int[] {1}, widths(false, 100, 100, 100, 100, 100).of(List.of(arm(text(50)))));
  }
}
