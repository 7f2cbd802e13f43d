package org.densesteer.evaluation.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {

  /** Tokens 0, 1, …, then a block of distinct tokens over and over. */
  private static int[] tokens(int lead, int block, int length) {
    return IntStream.range(0, length).map(i -> i < lead ? 1000 + i : (i - lead) % block).toArray();
  }

  private static int firstReport(int[] tokens) {
    Repetition repetition = new Repetition();
    return IntStream.range(0, tokens.length)
        .filter(i -> repetition.accept(tokens[i]))
        .findFirst()
        .orElse(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 10, 11, 40, 127, 128})
  void reportsABlockOnceItHasRepeatedEnough(int block) {
    int repeated = Math.max(3 * block, 32);
    assertEquals(17 + block + repeated - 1, firstReport(tokens(17, block, 2000)));
  }

  @Test
  void ignoresLongerBlocks() {
    assertEquals(-1, firstReport(tokens(0, 129, 3000)));
  }

  @Test
  void ignoresAFewRepeats() {
    assertFalse(Repetition.in(tokens(5, 20, 5 + 20 * 3)));
    assertFalse(Repetition.in(tokens(5, 1, 5 + 32)));
    assertFalse(Repetition.in(new int[0]));
  }

  @Test
  void forgetsABrokenRepetition() {
    int[] tokens = tokens(0, 4, 200);
    for (int i = 20; i < tokens.length; i += 20) {
      tokens[i] = 5000 + i;
    }
    assertFalse(Repetition.in(tokens));
  }

  @Test
  void findsNothingInNoise() {
    assertFalse(Repetition.in(new Random(1).ints(20_000, 0, 50).toArray()));
  }

  @Test
  void remembersWhatItFound() {
    Repetition repetition = new Repetition();
    for (int token : tokens(0, 1, 40)) {
      repetition.accept(token);
    }
    assertTrue(repetition.accept(77));
  }
}
